using System.Runtime.CompilerServices;
using IntegrationHub.Connectors.Email.Imap;
using IntegrationHub.Connectors.Email.People;
using IntegrationHub.Connectors.Email.Reading;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Connectors.Email.Remote;

/// <summary>The stream <c>people</c>. A record is what the whole box says about an address, whichever way it is found: by a
/// walk over all headers, or, when few people are touched by new mails, by looking just them up. Then the feet of each
/// person's newest mails are read, and people are handed over in order of their address, with checkpoints between.</summary>
internal sealed class RemotePeoplePass(
    RemoteBox box, IReadOnlyList<ImapFolder> folders, OwnAddresses own, RemoteFilter filter, ImapSettings settings, bool tellsRejections, PassCounts counts)
{
    /// <summary>People that are looked up one by one; with more, a walk over all headers is cheaper.</summary>
    internal const int LookupsMax = 100;

    private const int PeoplePerBatch = 200;

    private readonly Dictionary<ImapFolder, ImapSelected> _selected = [];
    private readonly Admission _admission = MailEvidence.AdmissionOf(settings.SpamFilter, settings.OnlyAnswered);

    /// <summary>Reads on.</summary>
    /// <param name="state">How far the stream was read.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    internal async IAsyncEnumerable<Message> ReadAsync(PeopleState state, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var now = await TargetAsync(cancellationToken).ConfigureAwait(false);
        var target = state.Target is { } saved && folders.All(f => saved[f].Validity == now[f].Validity) ? saved : now;
        var after = ReferenceEquals(target, now) ? string.Empty : state.After;
        var scan = await ScanAsync(state.Done, cancellationToken).ConfigureAwait(false);
        foreach (var mail in tellsRejections ? scan.Senderless : [])
        {
            yield return RemoteRejections.Of(MailStreams.People, mail);
        }

        foreach (var batch in scan.People.Keys(after).Where(scan.Touched.Contains).Chunk(PeoplePerBatch))
        {
            await new RemoteFeet(box, folders, scan, settings.Region, counts).ReadAsync(batch.Where(scan.MayBePerson), cancellationToken).ConfigureAwait(false);
            counts.HeldBack += batch.Count(key => !scan.People.IsAdmitted(key));
            foreach (var key in batch.Where(scan.People.IsAdmitted))
            {
                yield return scan.People.Record(MailStreams.People, key);
            }

            yield return Checkpoint(new PeopleState { Done = state.Done, Target = target, After = batch[^1] });
        }

        if (scan.People.Rejection(MailStreams.People) is { } rejection)
        {
            yield return rejection;
        }

        yield return Checkpoint(new PeopleState { Done = target });
    }

    private static Checkpoint Checkpoint(PeopleState state) => new(MailStreams.People, state.ToJson());

    private async Task<UidPositions> TargetAsync(CancellationToken cancellationToken)
    {
        var target = new UidPositions();
        foreach (var folder in folders)
        {
            if (await box.ExamineAsync(folder, default, cancellationToken).ConfigureAwait(false) is { } selected)
            {
                var last = selected.UidNext > 0
                    ? selected.UidNext - 1
                    : (await box.UidsAfterAsync(folder, 0, cancellationToken).ConfigureAwait(false)).LastOrDefault();
                _selected[folder] = selected;
                target[folder] = new UidPosition(selected.UidValidity, last, 0);
            }
        }

        return target;
    }

    private async Task<PeopleScan> ScanAsync(UidPositions done, CancellationToken cancellationToken)
    {
        if (!done.IsEmpty)
        {
            var news = new PeopleScan(box, folders, own, filter, _admission);
            foreach (var folder in _selected.Keys)
            {
                var above = ReadUpTo(done, folder);
                await news.AddFolderAsync(folder, above, above, cancellationToken).ConfigureAwait(false);
            }

            if (news.Touched.Count <= LookupsMax)
            {
                var scan = await LookUpAsync(news.Touched, cancellationToken).ConfigureAwait(false);
                scan.Senderless.AddRange(news.Senderless);
                return scan;
            }
        }

        var all = new PeopleScan(box, folders, own, filter, _admission);
        foreach (var folder in _selected.Keys)
        {
            await all.AddFolderAsync(folder, lastUid: 0, ReadUpTo(done, folder), cancellationToken).ConfigureAwait(false);
        }

        return all;
    }

    private async Task<PeopleScan> LookUpAsync(HashSet<string> touched, CancellationToken cancellationToken)
    {
        var scan = new PeopleScan(box, folders, own, filter, _admission);
        foreach (var address in touched)
        {
            await scan.AddPersonAsync(address, cancellationToken).ConfigureAwait(false);
        }

        scan.Touched.UnionWith(touched);
        return scan;
    }

    private uint ReadUpTo(UidPositions done, ImapFolder folder) =>
        done[folder] is var position && position.Validity == _selected[folder].UidValidity ? position.LastUid : 0;
}
