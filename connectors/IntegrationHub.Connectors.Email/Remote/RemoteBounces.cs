using IntegrationHub.Connectors.Email.Bounces;
using IntegrationHub.Connectors.Email.Imap;
using IntegrationHub.Connectors.Email.People;

namespace IntegrationHub.Connectors.Email.Remote;

/// <summary>Reads the bounces among mails of one folder.</summary>
internal static class RemoteBounces
{
    internal static async Task<List<(RemoteMail Mail, List<BouncedAddress> Bounced)>> ReadAsync(
        RemoteBox box, ImapFolder folder, List<RemoteMail> bounces, OwnAddresses own, CancellationToken cancellationToken)
    {
        var results = new List<(RemoteMail, List<BouncedAddress>)>();
        if (bounces.Count == 0)
        {
            return results;
        }

        var structures = await StructuresAsync(box, folder, bounces, cancellationToken).ConfigureAwait(false);
        var statuses = await RemoteTexts.FetchAsync(box, folder, Parts(structures, RemoteTexts.StatusOf), cancellationToken).ConfigureAwait(false);
        var prose = structures.Where(s => !statuses.ContainsKey(s.Uid));
        var texts = await RemoteTexts.FetchAsync(box, folder, Parts(prose, RemoteTexts.TextOf), cancellationToken).ConfigureAwait(false);
        foreach (var mail in bounces)
        {
            var uid = mail.Fetched.Uid;
            results.Add((mail, BounceReader.Read(mail.Mail!, statuses.GetValueOrDefault(uid), texts.GetValueOrDefault(uid), own)));
        }

        return results;
    }

    private static async Task<List<(uint Uid, ImapPart? Structure)>> StructuresAsync(
        RemoteBox box, ImapFolder folder, List<RemoteMail> mails, CancellationToken cancellationToken)
    {
        var uids = mails.Select(m => m.Fetched.Uid).Order().ToArray();
        var fetched = await box.FetchAsync(folder, uids, "BODYSTRUCTURE", cancellationToken).ConfigureAwait(false);
        return fetched.ConvertAll(f => (f.Uid, f.Structure));
    }

    private static IEnumerable<(uint Uid, ImapPart Part)> Parts(IEnumerable<(uint Uid, ImapPart? Structure)> mails, Func<ImapPart?, ImapPart?> choose)
    {
        foreach (var (uid, structure) in mails)
        {
            if (choose(structure) is { } part)
            {
                yield return (uid, part);
            }
        }
    }
}
