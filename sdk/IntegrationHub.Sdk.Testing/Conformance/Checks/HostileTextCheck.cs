namespace IntegrationHub.Sdk.Testing.Conformance.Checks;

/// <summary>People are called all sorts of things, and forms are filled in by machines too.</summary>
internal sealed class HostileTextCheck()
    : SourceCheck("hostile-text", "Any name arrives unchanged or is set aside; none is lost, and none harms its neighbours.")
{
    private const string Neighbour = "Plain Neighbour";

    internal override async Task<Verdict> RunAsync(SourceSubject subject, CancellationToken cancellationToken)
    {
        var plain = await subject.PlainReadAsync(cancellationToken).ConfigureAwait(false);
        var people = HostileNames.All.Select((n, i) => new WorldPerson(Key("hostile", i), n.Name)).ToList();
        var neighbours = HostileNames.All.Select((_, i) => new WorldPerson(Key("neighbour", i), Neighbour)).ToList();
        if (!subject.World.AddPeople(people.Zip(neighbours).SelectMany(p => new[] { p.First, p.Second })))
        {
            return Verdict.NotApplicable("the world cannot add people (AddPeople)");
        }

        MessageCollector read;
        try
        {
            // All streams: what cannot be read may be set aside in another one than that of people.
            read = await subject.ReadAsync(plain.Request, cancellationToken).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // The boundary to the connector: its failure is the finding.
        catch (Exception e) when (e is not ConformanceException && !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            throw Wrong("a list with hostile names", SourceSubject.Describe(e));
        }

        var found = read.People.GroupBy(p => p.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Last(), StringComparer.Ordinal);
        for (var i = 0; i < HostileNames.All.Length; i++)
        {
            if (!found.TryGetValue(Of(neighbours[i]), out var neighbour) || (subject.World.KeepsNames && !HostileNames.Holds(neighbour, Neighbour)))
            {
                throw Wrong($"the record after a name with {HostileNames.All[i].What}", neighbour is null ? "lost" : "changed");
            }
        }

        var missing = people.Count(p => !found.ContainsKey(Of(p)));
        var setAside = read.Rejections.Count() - plain.Read.Rejections.Count();
        if (missing > setAside)
        {
            var lost = HostileNames.All[people.FindIndex(p => !found.ContainsKey(Of(p)))].What;
            throw Wrong($"a name with {lost}", "its record is lost without a RejectedRecord");
        }

        if (subject.World.KeepsNames && people.FindIndex(p => found.TryGetValue(Of(p), out var person) && !HostileNames.Holds(person, p.Name)) is var changed and >= 0)
        {
            throw Wrong($"a name with {HostileNames.All[changed].What}", "it arrived changed");
        }

        return Verdict.Passed($"{HostileNames.All.Length} names, {setAside} set aside");

        string Of(WorldPerson person) => subject.World.RecordKeyOf(person.Key);
    }

    private static string Key(string kind, int number) => FormattableString.Invariant($"conformance-{kind}-{number}");

    private static ConformanceException Wrong(string what, string seen) => Broken.Rule(
        $"{what}: {seen}",
        $"the name as the source has it, or a RejectedRecord",
        "hand values over as they are and leave cleaning to the hub; where a record cannot be read, yield a RejectedRecord and go on.");
}
