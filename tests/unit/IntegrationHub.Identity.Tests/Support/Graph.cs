using System.Globalization;
using System.Text.Json.Nodes;
using IntegrationHub.Core.Matching;
using IntegrationHub.Identity.Clustering;
using IntegrationHub.Identity.Scoring;
using IntegrationHub.Identity.Standardising;

namespace IntegrationHub.Identity.Tests.Support;

/// <summary>
/// A component written down with the score of each pair, such as <c>AB 5, BC -3.5, A=D, C#D, shop AB, 12a</c>: after the scores, what people decided to be the
/// same (<c>=</c>) and not the same (<c>#</c>), records of a source free of duplicates, and so many records from that letter on that all score 9 with each other.
/// More components follow after a bar.
/// </summary>
/// <remarks>
/// A to M are people that differ in all they say, N and O men and P to R women of whom nothing else is known, S to Z members of one household, between any two of
/// whom stands a wall; all others say nothing, and <c>?</c> is not held. Their order is that of the letters; their slots go the other way. A score with <c>!</c>
/// is that of two whom values part.
/// </remarks>
internal sealed class Graph
{
    private const int Shop = 2;

    private static readonly MatchModel Model = ModelVariants.Edit(m => m["comparisons"]!["gender"]!["different"] = new JsonObject { ["m"] = .25, ["u"] = .5, ["h"] = .5 });

    private readonly List<List<char>> _components = [];
    private readonly List<(char A, char B, float Bits, bool IsWalled)> _scores = [];
    private readonly List<Decision> _decisions = [];
    private readonly HashSet<char> _deduplicated = [];
    private readonly List<DoubtfulPair> _doubtful = [];
    private readonly List<long[]> _clusters = [];
    private readonly List<ClusterMeeting> _meetings = [];

    private Graph(string line)
    {
        foreach (var component in line.Split('|'))
        {
            _components.Add([]);
            foreach (var part in component.Split(',', StringSplitOptions.TrimEntries))
            {
                Read(part);
            }
        }
    }

    /// <summary>Gets how many pairs had to be scored beside those written down.</summary>
    public long Scored { get; private set; }

    /// <summary>Gets the customers and the pairs to look at, an ambiguous one with a question mark, like <c>AB C, look at BC -3, AC 5?</c>.</summary>
    public string Outcome => $"{Customers}{(_doubtful.Count == 0 ? string.Empty : $", look at {Doubtful}")}";

    private string Customers => string.Join(' ', _clusters.Select(Letters).Order(StringComparer.Ordinal));

    private string Doubtful => string.Join(", ", _doubtful
        .OrderBy(d => (d.RecordA, d.RecordB))
        .Select(d => Invariant($"{Letters([d.RecordA, d.RecordB])} {Math.Log2(d.Probability / (1 - d.Probability)):0.##}{(d.IsAmbiguous ? "?" : "")}")));

    /// <summary>Gets what became of clusters that met, like <c>AB+C joined by AC 3, mean 4</c>.</summary>
    public string Meetings => string.Join("; ", _meetings.Select(m => Invariant(
        $"{Letters(m.GroupA)}+{Letters(m.GroupB)} {m.Outcome} by {Letters([m.RecordA, m.RecordB])} {m.Bits:0.##}{Mean(m)}{WallsOf(m)}{Rival(m)}")));

    /// <summary>Clusters a component.</summary>
    public static Graph Cluster(string line)
    {
        var graph = new Graph(line);
        graph.Run();
        return graph;
    }

    private void Read(string part)
    {
        if (char.IsAsciiDigit(part[0]))
        {
            var first = part[^1];
            var group = Enumerable.Range(first, int.Parse(part[..^1], CultureInfo.InvariantCulture)).Select(letter => (char)letter).ToList();
            Hold(group);
            _scores.AddRange(group.SelectMany(a => group.Where(b => b > a).Select(b => (a, b, 9f, false))));
        }
        else if (part.StartsWith("shop ", StringComparison.Ordinal))
        {
            _deduplicated.UnionWith(part[5..]);
            Hold(part[5..]);
        }
        else if (part[1] is '=' or '#')
        {
            Hold([part[0], part[2]]);
            _decisions.Add(new Decision(part[0], part[2], part[1] == '=', "tester", DateTimeOffset.UnixEpoch, null));
        }
        else
        {
            Hold(part[..2]);
            _scores.Add((part[0], part[1], float.Parse(part[3..].TrimEnd('!'), CultureInfo.InvariantCulture), part.EndsWith('!')));
        }
    }

    private void Hold(IEnumerable<char> letters) =>
        _components[^1].AddRange(letters.Where(letter => letter != '?' && !_components.Exists(c => c.Contains(letter))).Distinct());

    private void Run()
    {
        var (words, values, names) = (new WordPool(), new TextPool(), new FieldNames());
        var standardiser = new RecordStandardiser(words, values, names);
        var records = new RecordTable(words, values, new PairScorer(words, values, names, Model));
        var asked = new SlotSet();
        foreach (var letter in _components.SelectMany(c => c).OrderDescending())
        {
            asked.Add(records.Add(letter, _deduplicated.Contains(letter) ? Shop : 1, standardiser.Standardise(Person.Of(Says(letter))), letter));
        }

        var edges = new EdgeStore();
        edges.Complete(asked, [_scores.ConvertAll(s => new ScoredPair(SlotOf(records, s.A), SlotOf(records, s.B), s.Bits, s.IsWalled))], records.SlotsUsed);
        var decisions = new DecisionBook();
        decisions.Set(_decisions);
        var clustering = new GuardedClustering(records, edges, decisions, [Shop], Model.Limits, _meetings);
        foreach (var component in _components)
        {
            clustering.Cluster([.. component.Select(letter => SlotOf(records, letter))], _clusters, _doubtful);
        }

        Scored = clustering.ScoredPairs;
    }

    private static int SlotOf(RecordTable records, char letter) =>
        records.TryGetSlot(letter, out var slot) ? slot : throw new FormatException($"No record {letter}.");

    private static string Says(char letter) => letter switch
    {
        >= 'A' and <= 'M' => $"name.given: {Word(letter, 1)} | name.family: {Word(letter, 2)} | birthDate: {BirthDate(letter)}",
        >= 'S' and <= 'Z' => $"name.given: {Word(letter, 1)} | name.family: Okafor | phone: 5552817743 | birthDate: {BirthDate(letter)}",
        'N' or 'O' => "gender: male",
        >= 'P' and <= 'R' => "gender: female",
        _ => "note: nothing",
    };

    /// <summary>Makes a word of two letters that no other has but the one half an alphabet away.</summary>
    private static string Word(char letter, int repeats)
    {
        var other = (char)('A' + ((letter - 'A' + 13) % 26));
        return string.Concat(Enumerable.Repeat($"{letter}{other}", 2 + repeats));
    }

    private static string BirthDate(char letter) => Invariant($"{1900 + (letter * 37 % 97)}-0{1 + (letter * 5 % 9)}-{11 + (letter * 7 % 17)}");

    private static string Letters(IEnumerable<long> records) => new([.. records.Select(r => (char)r)]);

    private static string Mean(ClusterMeeting meeting) => meeting.MeanBits is { } mean ? Invariant($", mean {mean:0.##}") : string.Empty;

    private static string WallsOf(ClusterMeeting meeting) => meeting.Walls == Walls.None ? string.Empty : $", walls {meeting.Walls}";

    private static string Rival(ClusterMeeting meeting) => meeting.Rival.Length == 0 ? string.Empty : $", rival {Letters(meeting.Rival)}";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
