using System.Runtime.CompilerServices;
using IntegrationHub.Connectors.Email.Mailboxes;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.Email.Reading;

/// <summary>One walk over all places. The state moves on with each mail, so that a checkpoint after a mail covers it.</summary>
/// <param name="places">Where the mails are.</param>
/// <param name="state">How far <c>mails</c> was read.</param>
/// <param name="readsOld">Whether mails that <c>mails</c> has had are wanted too, for <c>people</c>.</param>
/// <param name="startedAt">When the run started.</param>
internal sealed class MailPass(IReadOnlyList<MailPlace> places, MailState state, bool readsOld, DateTimeOffset startedAt)
{
    private readonly RawMail _mail = new();
    private MailPlace? _open; // The mbox being read.

    /// <summary>Reads on. Each element says whether the mail is new to the stream <c>mails</c>.</summary>
    internal async IAsyncEnumerable<(RawMail Mail, bool IsNew)> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var place in places)
        {
            var mails = place.Kind == MailPlaceKind.Mbox ? ReadMboxAsync(place, cancellationToken) : ReadFolderAsync(place, cancellationToken);
            await foreach (var isNew in mails.ConfigureAwait(false))
            {
                yield return (_mail, isNew);
            }
        }
    }

    private async IAsyncEnumerable<bool> ReadMboxAsync(MailPlace place, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (size, writtenAtMs) = MailAccess.Try(place.Name, () => Describe(place));
        var position = state.Mbox(place);
        var isUnchanged = position.Size == size && position.WrittenAtMs == writtenAtMs && size > 0;
        if (isUnchanged && !readsOld)
        {
            yield break;
        }

        if (!MailAccess.Try(place.Name, () => MboxFingerprint.StillFits(place, position)))
        {
            position = MboxPosition.Start;
        }

        var mailsFrom = isUnchanged ? long.MaxValue : position.LastStart;
        var lastStart = position.LastStart;
        var reader = MailAccess.Try(place.Name, () => new MboxReader(place, readsOld ? 0 : position.LastStart));
        await using var _ = reader.ConfigureAwait(false);
        _open = place;
        while (await MailAccess.TryAsync(place.Name, () => reader.ReadAsync(_mail, cancellationToken)).ConfigureAwait(false))
        {
            var isNew = _mail.Offset >= mailsFrom;
            if (isNew)
            {
                lastStart = _mail.Offset;
                state.Set(place, new MboxPosition(lastStart, 0, 0, string.Empty));
            }

            yield return isNew;
        }

        if (!isUnchanged)
        {
            state.Set(place, new MboxPosition(lastStart, size, writtenAtMs, string.Empty));
            Seal(place);
        }

        _open = null;
    }

    /// <summary>Gives the state for a checkpoint after the mail read last.</summary>
    internal JObject SealedState()
    {
        if (_open is { } place)
        {
            Seal(place);
        }

        return state.ToJson();
    }

    /// <summary>Adds the fingerprint to an mbox position; done only when a checkpoint needs it.</summary>
    private void Seal(MailPlace place)
    {
        var position = state.Mbox(place);
        if (position.Fingerprint.Length == 0)
        {
            state.Set(place, position with { Fingerprint = MailAccess.Try(place.Name, () => MboxFingerprint.Compute(place, position.LastStart)) });
        }
    }

    private async IAsyncEnumerable<bool> ReadFolderAsync(MailPlace place, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var position = state.Folder(place);
        var listedAtMs = position.After.Length > 0 ? position.ListedAtMs : startedAt.ToUnixTimeMilliseconds();
        var files = MailAccess.Try(place.Name, () => MailFiles.List(place, readsOld ? long.MinValue : position.SinceMs));
        var newestMs = Math.Max(position.NewestMs, position.PassNewestMs);
        var block = new byte[64 * 1024];
        foreach (var file in files)
        {
            var isNew = position.IsNew(file);
            if ((!isNew && !readsOld)
                || !await MailAccess.TryAsync(file.Name, () => MailFiles.ReadAsync(file, _mail, block, cancellationToken)).ConfigureAwait(false))
            {
                continue;
            }

            if (isNew)
            {
                newestMs = Math.Max(newestMs, file.WrittenAtMs);
                var after = string.CompareOrdinal(file.SortName, position.After) > 0 ? file.SortName : position.After;
                state.Set(place, new FolderPosition(position.NewestMs, after, listedAtMs, newestMs));
            }

            yield return isNew;
        }

        state.Set(place, new FolderPosition(newestMs, string.Empty, 0, 0));
    }

    private static (long Size, long WrittenAtMs) Describe(MailPlace place)
    {
        var info = new FileInfo(place.FullPath);
        return (info.Length, new DateTimeOffset(info.LastWriteTimeUtc, TimeSpan.Zero).ToUnixTimeMilliseconds());
    }
}
