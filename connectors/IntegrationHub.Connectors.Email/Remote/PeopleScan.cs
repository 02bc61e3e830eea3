using IntegrationHub.Connectors.Email.Bounces;
using IntegrationHub.Connectors.Email.Imap;
using IntegrationHub.Connectors.Email.People;
using IntegrationHub.Connectors.Email.Reading;

namespace IntegrationHub.Connectors.Email.Remote;

/// <summary>Gathers from headers who there is, and where the feet of their mails are to be found.</summary>
/// <param name="box">The box.</param>
/// <param name="folders">The folders that are read.</param>
/// <param name="own">The business's own addresses.</param>
/// <param name="filter">Says which mails make nobody.</param>
/// <param name="admission">Who becomes a person.</param>
internal sealed class PeopleScan(RemoteBox box, IReadOnlyList<ImapFolder> folders, OwnAddresses own, RemoteFilter filter, Admission admission)
{
    /// <summary>Addresses kept in memory.</summary>
    internal const int PeopleMax = 500_000;

    /// <summary>Mails of one folder that name one person and are looked at when that person is looked up.</summary>
    internal const int MailsPerLookupMax = 2_000;

    private const int SenderlessMax = 10_000;

    internal PeopleCollector People { get; } = new(PeopleMax, admission);

    /// <summary>Gets mails above the positions that name no sender, for the streams' rejected records.</summary>
    internal List<RemoteMail> Senderless { get; } = [];

    internal FootPlaces Feet { get; } = new();

    /// <summary>Gets the addresses named by mails above the positions given to <see cref="AddFolderAsync"/>.</summary>
    internal HashSet<string> Touched { get; } = new(StringComparer.Ordinal);

    /// <summary>Says whether somebody who was seen is a person, or may be one by the texts of their mails.</summary>
    internal bool MayBePerson(string address) => People.IsAdmitted(address) || Feet.Of(address).Any(p => p.IsPersonal);

    /// <summary>Gathers from mails of a folder above a UID.</summary>
    internal async Task AddFolderAsync(ImapFolder folder, uint lastUid, uint touchedAbove, CancellationToken cancellationToken)
    {
        var uids = await box.UidsAfterAsync(folder, lastUid, cancellationToken).ConfigureAwait(false);
        await AddAsync(folder, uids, touchedAbove, only: null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Gathers everything that the box says about one address.</summary>
    internal async Task AddPersonAsync(string address, CancellationToken cancellationToken)
    {
        foreach (var folder in folders)
        {
            var named = await box.SearchAsync(
                folder, c => c.Add(" OR FROM").AddString(address).Add(" OR TO").AddString(address).Add(" CC").AddString(address), cancellationToken).ConfigureAwait(false);
            var bounced = await box.SearchAsync(
                folder, c => c.Add(" OR FROM \"daemon\" FROM \"postmaster\" TEXT").AddString(address), cancellationToken).ConfigureAwait(false);
            var uids = named.TakeLast(MailsPerLookupMax).Concat(bounced.TakeLast(MailsPerLookupMax)).Distinct().Order().ToList();
            await AddAsync(folder, uids, uint.MaxValue, address, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task AddAsync(ImapFolder folder, List<uint> uids, uint touchedAbove, string? only, CancellationToken cancellationToken)
    {
        var folderIndex = IndexOf(folder);
        await foreach (var window in box.ReadAsync(folder, uids, RemoteBox.HeaderItems, cancellationToken).ConfigureAwait(false))
        {
            var bounces = new List<RemoteMail>();
            foreach (var mail in window)
            {
                if (mail.Mail is { } headers && BounceReader.IsBounce(headers))
                {
                    bounces.Add(mail);
                }
                else if (mail.Mail?.From is null)
                {
                    NoteSenderless(mail, touchedAbove);
                }
                else if (!filter.IsBulk(mail) && !filter.IsSpam(mail))
                {
                    Take(mail, folderIndex, touchedAbove, only);
                }
            }

            foreach (var (mail, bounced) in await RemoteBounces.ReadAsync(box, folder, bounces, own, cancellationToken).ConfigureAwait(false))
            {
                bounced.ForEach(b => Bounced(b, mail, touchedAbove));
            }
        }
    }

    private void Take(RemoteMail mail, int folderIndex, uint touchedAbove, string? only)
    {
        var headers = mail.Mail!;
        var isSent = RemoteFolders.IsSent(mail.Folder);
        var correspondence = Correspondence.Of(headers, own, isSent);
        var evidence = MailEvidence.Of(headers, own, correspondence.Direction, isSent, RemoteFilter.IsAnswered(mail));
        var dependsOnText = evidence == ContactEvidence.Personal && MailEvidence.DependsOnText(headers);
        foreach (var person in correspondence.Counterparts.Concat(correspondence.Mentioned).Where(p => only is null || p.Address == only))
        {
            People.See(person.Address, DisplayNames.Clean(person.Name, person.Address), headers.OccurredAt);
            Touch(person.Address, mail, touchedAbove);
        }

        foreach (var person in correspondence.Counterparts.Where(_ => !dependsOnText))
        {
            People.Show(person.Address, evidence);
        }

        foreach (var person in correspondence.Mentioned)
        {
            People.Show(person.Address, MailEvidence.OfMentioned(evidence));
        }

        if (correspondence is { Direction: "in", Counterparts: [var writer] } && (only is null || writer.Address == only))
        {
            People.Wrote(writer.Address, headers.OccurredAt);
            Feet.Add(writer.Address, new FootPlace(folderIndex, mail.Fetched.Uid, (uint)headers.OccurredAt.ToUnixTimeSeconds(), dependsOnText));
        }
    }

    private void NoteSenderless(RemoteMail mail, uint touchedAbove)
    {
        var isNew = mail.Fetched.Uid > touchedAbove && Senderless.Count < SenderlessMax;
        if (isNew && (mail.Mail is null || !filter.IsBulk(mail)))
        {
            Senderless.Add(mail);
        }
    }

    private void Bounced(BouncedAddress bounced, RemoteMail mail, uint touchedAbove)
    {
        People.Bounced(bounced, mail.Mail!.OccurredAt);
        Touch(bounced.Address, mail, touchedAbove);
    }

    private void Touch(string address, RemoteMail mail, uint touchedAbove)
    {
        if (mail.Fetched.Uid > touchedAbove && (Touched.Count < PeopleMax || Touched.Contains(address)))
        {
            Touched.Add(address);
        }
    }

    private int IndexOf(ImapFolder folder)
    {
        for (var i = 0; i < folders.Count; i++)
        {
            if (ReferenceEquals(folders[i], folder))
            {
                return i;
            }
        }

        throw new ArgumentException("The folder is not one of those read.", nameof(folder));
    }
}
