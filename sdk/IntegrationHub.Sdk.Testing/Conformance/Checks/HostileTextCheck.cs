using System.Text;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Sdk.Testing.Conformance.Checks;

/// <summary>People are called all sorts of things, and forms are filled in by machines too.</summary>
internal sealed class HostileTextCheck()
    : SourceCheck("hostile-text", "Any name arrives unchanged or is set aside; none is lost, and none harms its neighbours.")
{
    private const string Neighbour = "Plain Neighbour";

    private static readonly (string What, string Name)[] Names =
    [
        ("right-to-left writing with an override", "\u202Eאברהם بن يوسف\u202C Smith"),
        ("emoji of several code points", "👩‍👩‍👧‍👦 Zoë 🏳️‍🌈"),
        ("separate accents", "Zoe\u0308 Ångstro\u0308m"),
        ("dotless and dotted i", "İpek Işık"),
        ("quotes and backslashes", "O\"Brien \\ 'Neill' `x`"),
        ("markup", "<script>alert(1)</script> & <b>"),
        ("a formula", "=HYPERLINK(\"http://x.example\")"),
        ("a query", "Robert'); DROP TABLE people;--"),
        ("templates", "{{7*7}} ${jndi:ldap://x.example} %s %n {0}"),
        ("separators", "a;b,c|d\te"),
        ("line breaks", "first\r\nsecond\nthird"),
        ("control characters", "nul\u0000 esc\u001b[31m bell\u0007"),
        ("half a surrogate pair", "lone \uD83D end"),
        ("words that mean nothing elsewhere", "null"),
        ("a path", "../../../etc/passwd"),
        ("a megabyte", new string('x', 1024 * 1024)),
    ];

    internal override async Task<Verdict> RunAsync(SourceSubject subject, CancellationToken cancellationToken)
    {
        var plain = await subject.PlainReadAsync(cancellationToken).ConfigureAwait(false);
        var people = Names.Select((n, i) => new WorldPerson(Key("hostile", i), n.Name)).ToList();
        var neighbours = Names.Select((_, i) => new WorldPerson(Key("neighbour", i), Neighbour)).ToList();
        if (!subject.World.AddPeople(people.Zip(neighbours).SelectMany(p => new[] { p.First, p.Second })))
        {
            return Verdict.NotApplicable("the world cannot add people (AddPeople)");
        }

        MessageCollector read;
        try
        {
            read = await subject.ReadAsync(subject.Full(subject.World.PeopleStream), cancellationToken).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // The boundary to the connector: its failure is the finding.
        catch (Exception e) when (e is not ConformanceException && !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            throw Wrong("a list with hostile names", SourceSubject.Describe(e));
        }

        var found = read.People.GroupBy(p => p.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Last(), StringComparer.Ordinal);
        for (var i = 0; i < Names.Length; i++)
        {
            if (!found.TryGetValue(Of(neighbours[i]), out var neighbour) || (subject.World.KeepsNames && !Holds(neighbour, Neighbour)))
            {
                throw Wrong($"the record after a name with {Names[i].What}", neighbour is null ? "lost" : "changed");
            }
        }

        var missing = people.Count(p => !found.ContainsKey(Of(p)));
        var setAside = read.Rejections.Count() - plain.Read.Rejections.Count(r => r.Stream == subject.World.PeopleStream);
        if (missing > setAside)
        {
            var lost = Names[people.FindIndex(p => !found.ContainsKey(Of(p)))].What;
            throw Wrong($"a name with {lost}", "its record is lost without a RejectedRecord");
        }

        if (subject.World.KeepsNames && people.FindIndex(p => found.TryGetValue(Of(p), out var person) && !Holds(person, p.Name)) is var changed and >= 0)
        {
            throw Wrong($"a name with {Names[changed].What}", "it arrived changed");
        }

        return Verdict.Passed($"{Names.Length} names, {setAside} set aside");

        string Of(WorldPerson person) => subject.World.RecordKeyOf(person.Key);
    }

    private static string Key(string kind, int number) => FormattableString.Invariant($"conformance-{kind}-{number}");

    // Half a surrogate pair cannot be written in UTF-8; what stands in for it is as good. Blanks around a name mean nothing.
    private static bool Holds(PersonRecord person, string name) =>
        person.Fields.Any(f => f.Value == name || Plain(f.Value) == Plain(name));

    private static string Plain(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Trim();

    private static ConformanceException Wrong(string what, string seen) => Broken.Rule(
        $"{what}: {seen}",
        $"the name as the source has it, or a RejectedRecord",
        "hand values over as they are and leave cleaning to the hub; where a record cannot be read, yield a RejectedRecord and go on.");
}
