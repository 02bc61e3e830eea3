using System.Runtime.CompilerServices;
using IntegrationHub.Connectors.Lists.Files;
using IntegrationHub.Connectors.Lists.Places;
using IntegrationHub.Sdk.Messages;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Connectors.Lists.Reading;

/// <summary>Reads the files one after the other, with a checkpoint every few thousand messages.</summary>
internal sealed class ListRun(
    ListOpener opener, ListPlace place, Func<Message, FoundFile, Message> finish, IReadOnlyList<FoundFile> files, ReadState state, string stream, ILogger logger)
{
    private int _sinceCheckpoint;

    internal async IAsyncEnumerable<Message> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var unchanged = 0;
        foreach (var file in files)
        {
            if (state.IsDone(file))
            {
                unchanged++;
                continue;
            }

            // Reading is synchronous (see TextSource); the caller gets its thread back between files.
            await Task.Yield();
            var here = await place.FetchAsync(file, cancellationToken).ConfigureAwait(false);
            foreach (var message in ReadFile(here, cancellationToken))
            {
                yield return message;
            }

            place.Release(here);
        }

        if (unchanged > 0)
        {
            Log.Skipped(logger, unchanged, files.Count);
        }

        state.SetComplete();
        yield return new Checkpoint(stream, state.ToJson());
        yield return new StreamCompleted(stream);
    }

    private IEnumerable<Message> ReadFile(FoundFile file, CancellationToken cancellationToken)
    {
        // Several files may be exports of which one is still empty; a single one that is empty is a mistake.
        if (file.Size == 0 && files.Count > 1)
        {
            Log.Warning(logger, file.Name, "The file is empty.");
            state.SetDone(file);
            yield break;
        }

        var layout = opener.Look(file, long.MaxValue, cancellationToken);
        Log.Reading(logger, file.Name, layout.Summary, layout.MappingSummary());
        foreach (var warning in layout.Warnings)
        {
            Log.Warning(logger, file.Name, warning);
        }

        using var reader = opener.Read(layout, state.PlaceIn(file) ?? layout.FirstRecord);
        while (FileErrors.Guard(file, () => reader.Read(cancellationToken)) is { } message)
        {
            yield return finish(message, file);
            if (++_sinceCheckpoint >= ListLimits.CheckpointInterval)
            {
                _sinceCheckpoint = 0;
                state.Current = (file.Name, file.Fingerprint, reader.Position);
                yield return new Checkpoint(stream, state.ToJson());
            }
        }

        foreach (var warning in reader.Warnings)
        {
            Log.Warning(logger, file.Name, warning);
        }

        state.SetDone(file);
    }
}
