using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json;

namespace IntegrationHub.Sdk.Testing.Conformance.Checks;

/// <summary>What came after the last read is in the next one.</summary>
internal sealed class IncrementalCheck() : SourceCheck("incremental", "The next incremental read brings what came since and never loses the cursor.")
{
    internal override async Task<Verdict> RunAsync(SourceSubject subject, CancellationToken cancellationToken)
    {
        var plain = await subject.PlainReadAsync(cancellationToken).ConfigureAwait(false);
        var stream = plain.Streams.FirstOrDefault(s => s.Name == subject.World.PeopleStream);
        if (stream is null or { Cursor: CursorKind.None })
        {
            return Verdict.NotApplicable("no stream that people can be added to has a cursor");
        }

        var last = plain.Read.Checkpoints.LastOrDefault(c => c.Stream == stream.Name);
        if (last is null)
        {
            return Verdict.NotApplicable("the read gave no checkpoint; mend the check 'catalog' first");
        }

        var quiet = await subject.ReadAsync(After(subject, stream, last), cancellationToken).ConfigureAwait(false);
        KeepsCursor(stream, last, quiet);

        var added = NewPeople();
        if (!subject.World.AddPeople(added))
        {
            return Verdict.NotApplicable("the world cannot add people (AddPeople)");
        }

        var request = After(subject, stream, quiet.Checkpoints.LastOrDefault() ?? last);
        var news = await subject.ReadAsync(request, cancellationToken).ConfigureAwait(false);
        KeepsCursor(stream, last, news);
        var found = news.People.Select(p => p.Key).ToHashSet(StringComparer.Ordinal);
        if (news.Resume(request) is not null || added.Exists(p => !found.Contains(subject.World.RecordKeyOf(p.Key))))
        {
            throw Broken.Rule(
                $"{added.Count(p => found.Contains(subject.World.RecordKeyOf(p.Key)))} of {added.Count} people that came after the last read of stream '{stream.Name}'",
                $"all of them, and StreamCompleted",
                "read from StreamRequest.Since on, the bound included, and let no cursor run ahead of what was yielded.");
        }

        return Verdict.Passed($"{added.Count} new people");
    }

    internal static List<WorldPerson> NewPeople() =>
        [.. Enumerable.Range(1, 8).Select(i => new WorldPerson(FormattableString.Invariant($"conformance-new-{i}"), FormattableString.Invariant($"New Person {i}")))];

    internal static ReadRequest After(SourceSubject subject, StreamDescription stream, Checkpoint last) => new(
        [
            new StreamRequest(stream.Name, SyncMode.Incremental)
            {
                State = ReplayCheck.Parse(last.State.ToString(Formatting.None)),
                Since = last.Cursor - stream.Overlap,
            },
        ],
        subject.World.Now);

    private static void KeepsCursor(StreamDescription stream, Checkpoint before, MessageCollector read)
    {
        if (before.Cursor is { } cursor && read.Checkpoints.LastOrDefault() is { } after && !(after.Cursor >= cursor))
        {
            throw Broken.Rule(
                $"an incremental read of stream '{stream.Name}' ended with {(after.Cursor is null ? "no cursor" : "an older cursor")}",
                $"the cursor that the read before had reached, or a later one",
                "carry the newest time in the state, so that a read without news keeps it.");
        }
    }
}
