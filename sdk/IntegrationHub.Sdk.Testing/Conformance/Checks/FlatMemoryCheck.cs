using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Sdk.Testing.Conformance.Checks;

/// <summary>A source may hold millions of people; a connector hands them on and forgets them.</summary>
internal sealed class FlatMemoryCheck() : SourceCheck("flat-memory", "100,000 records are read in flat memory.")
{
    private const int Samples = 5;
    private const int NameLength = 300;
    private const int Attempts = 3;
    private const double Mebibyte = 1024 * 1024;

    internal override async Task<Verdict> RunAsync(SourceSubject subject, CancellationToken cancellationToken)
    {
        await subject.PlainReadAsync(cancellationToken).ConfigureAwait(false);
        var many = subject.Limits.ManyPeople;
        if (!subject.World.AddPeople(Enumerable.Range(0, many).Select(NewPerson)))
        {
            return Verdict.NotApplicable("the world cannot add people (AddPeople)");
        }

        var (count, growth) = (0, long.MaxValue);
        for (var attempt = 0; attempt < Attempts && growth > subject.Limits.MemoryBytesMax; attempt++)
        {
            (count, growth) = await subject.WithinAsync(
                $"reading {many} people", token => MeasureAsync(subject, many, token), cancellationToken, subject.Limits.CallWithin * 10).ConfigureAwait(false);
            if (count < many)
            {
                throw Broken.Rule(
                    $"{count} of {many} people", $"all of them", "look for a limit on pages, rows or bytes that ends the read in silence; fail there, or yield a RejectedRecord.");
            }
        }

        return growth <= subject.Limits.MemoryBytesMax
            ? Verdict.Passed($"{count} people, {Math.Max(0, growth / Mebibyte):0.0} MiB more than before")
            : throw Broken.Rule(
                $"{growth / Mebibyte:0} MiB more live memory after {many} people",
                $"at most {subject.Limits.MemoryBytesMax / Mebibyte:0} MiB",
                "yield each record as it is read, read pages and files piece by piece, and keep no list of what was yielded.");
    }

    // Other work in the process, such as tests that run beside this one, comes and goes; what the connector keeps is there at every late
    // sample of every attempt.
    private static async Task<(int Count, long Growth)> MeasureAsync(SourceSubject subject, int many, CancellationToken cancellationToken)
    {
        var growths = new List<long>();
        var count = 0;
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var request = subject.Full(subject.World.PeopleStream);
        await foreach (var message in subject.MessagesAsync(request, subject.Settings, subject.Context(), cancellationToken).ConfigureAwait(false))
        {
            if (message is PersonRecord && ++count % (many / Samples) == 0)
            {
                growths.Add(GC.GetTotalMemory(forceFullCollection: true) - before);
            }
        }

        return (count, growths.Count < Samples ? 0 : growths.Skip(Samples / 2).Min());
    }

    private static WorldPerson NewPerson(int number)
    {
        var key = FormattableString.Invariant($"conformance-many-{number:D7}");
        return new WorldPerson(key, key.PadRight(NameLength, 'x'));
    }
}
