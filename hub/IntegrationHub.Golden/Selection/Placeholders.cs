using System.Collections.Frozen;

namespace IntegrationHub.Golden.Selection;

/// <summary>Words that fill a field without saying anything.</summary>
internal static class Placeholders
{
    private const int CharsMax = 14;

    private static readonly FrozenSet<string> Words = new[]
    {
        "n/a", "na", "none", "null", "nil", "unknown", "undefined", "-", "--", ".", "?", "x", "xx", "xxx", "test", "tester", "tbd", "not provided",
        "not available", "no name", "noname", "anonymous", "guest", "customer", "first name", "last name", "unbekannt", "inconnu",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    internal static bool Contains(string value) => value.Length <= CharsMax && Words.Contains(value);
}
