using System.Text.RegularExpressions;

namespace IntegrationHub.Connectors.Email.Signatures;

/// <summary>Finds the postal address in a signature: a line with a post code and a place, and the street before it.</summary>
internal static partial class PostalAddressFinder
{
    private const int RegexTimeoutMs = 200;
    private const int LineCharsMax = 90;
    private const int StreetDigitsMax = 7;

    /// <summary>Looks through a signature, from the writer's name on.</summary>
    internal static FoundValue? Find(SignatureBlock block)
    {
        for (var i = block.OwnFrom; i < block.Lines.Count; i++)
        {
            var line = block.Lines[i];
            if (line.Length > LineCharsMax || !Place().IsMatch(line))
            {
                continue;
            }

            if (Street().IsMatch(line) && line.Contains(',', StringComparison.Ordinal))
            {
                return new FoundValue(line.Trim(), line);
            }

            var first = i;
            while (first > block.OwnFrom && i - first < 2 && IsPartOfStreet(block.Lines[first - 1]))
            {
                first--;
            }

            if (first < i && Enumerable.Range(first, i - first).Any(s => Street().IsMatch(block.Lines[s])))
            {
                var lines = Enumerable.Range(first, i - first + 1).Select(s => block.Lines[s].Trim(' ', ',')).ToList();
                return new FoundValue(string.Join(", ", lines), string.Join(" / ", lines));
            }
        }

        return null;
    }

    private static bool IsPartOfStreet(string line) =>
        line.Length <= LineCharsMax && line.Count(char.IsAsciiDigit) is > 0 and <= StreetDigitsMax
        && !line.Contains('@', StringComparison.Ordinal) && (Street().IsMatch(line) || Floor().IsMatch(line));

    [GeneratedRegex(
        @"(?:^|[,\s])\p{Lu}[\p{L} .'’-]+,?\s+[A-Z]{2}\.?\s+\d{5}(?:-\d{4})?$|(?:^|,\s*)(?:[A-Z]{1,2}-)?\d{4,5}\s+\p{Lu}[\p{L} ./'’()-]+$|\b[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}$",
        RegexOptions.CultureInvariant,
        RegexTimeoutMs)]
    private static partial Regex Place();

    [GeneratedRegex(
        @"^\d{1,5}[a-z]?\s+(?:[NSEW]\.?\s+)?\p{Lu}|^\p{Lu}[\p{L} .'’-]+\s\d{1,4}\s?[a-z]?(?:\s*[,–-].*)?$|^P\.?\s?O\.?\s?Box\s+\d",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        RegexTimeoutMs)]
    private static partial Regex Street();

    [GeneratedRegex(@"^(?:suite|ste|floor|room|unit|apt|bldg|building|#)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, RegexTimeoutMs)]
    private static partial Regex Floor();
}
