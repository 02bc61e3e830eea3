namespace IntegrationHub.Plugins.Versions;

/// <summary>Comparisons joined by spaces, all of which must hold: <c>&gt;=0.1 &lt;2.0</c>. A version alone means exactly that one.</summary>
internal sealed class VersionRange
{
    private const int ComparisonsMax = 8;

    private static readonly string[] Operators = [">=", "<=", ">", "<", "="];

    private readonly IReadOnlyList<(string Operator, SemVersion Version)> _comparisons;
    private readonly string _text;

    private VersionRange(IReadOnlyList<(string Operator, SemVersion Version)> comparisons, string text)
    {
        _comparisons = comparisons;
        _text = text;
    }

    public static VersionRange? TryParse(string? text)
    {
        var parts = (text ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length is 0 or > ComparisonsMax)
        {
            return null;
        }

        var comparisons = new List<(string Operator, SemVersion Version)>(parts.Length);
        foreach (var part in parts)
        {
            var found = Operators.FirstOrDefault(o => part.StartsWith(o, StringComparison.Ordinal)) ?? string.Empty;
            if (SemVersion.TryParse(part[found.Length..]) is not { } version)
            {
                return null;
            }

            comparisons.Add((found, version));
        }

        return new VersionRange(comparisons, string.Join(' ', parts));
    }

    public bool Contains(SemVersion version) => _comparisons.All(comparison => comparison.Operator switch
    {
        ">=" => version >= comparison.Version,
        "<=" => version <= comparison.Version,
        ">" => version > comparison.Version,
        "<" => version < comparison.Version,
        _ => version == comparison.Version,
    });

    public override string ToString() => _text;
}
