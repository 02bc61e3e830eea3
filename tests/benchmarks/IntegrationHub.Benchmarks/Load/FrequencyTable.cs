using System.Globalization;

namespace IntegrationHub.Benchmarks.Load;

/// <summary>Draws names as often as they are counted.</summary>
internal sealed class FrequencyTable
{
    private readonly string[] _names;
    private readonly double[] _cumulative;

    private FrequencyTable(string[] names, double[] cumulative)
    {
        _names = names;
        _cumulative = cumulative;
    }

    /// <summary>Reads lines of <c>name,count</c>; lines without a count are passed over.</summary>
    internal static FrequencyTable Read(string path)
    {
        var rows = (from line in File.ReadLines(path)
                    let comma = line.IndexOf(',', StringComparison.Ordinal)
                    where comma > 0 && char.IsLetter(line[0])
                    let isCounted = double.TryParse(line.AsSpan(comma + 1), NumberStyles.Float, CultureInfo.InvariantCulture, out _)
                    where isCounted
                    select (Name: CultureInfo.InvariantCulture.TextInfo.ToTitleCase(line[..comma].ToLowerInvariant()),
                        Count: double.Parse(line.AsSpan(comma + 1), CultureInfo.InvariantCulture))).ToArray();
        var sum = 0.0;
        return new FrequencyTable([.. rows.Select(r => r.Name)], [.. rows.Select(r => sum += r.Count)]);
    }

    internal string Pick(Random random)
    {
        var at = Array.BinarySearch(_cumulative, random.NextDouble() * _cumulative[^1]);
        return _names[Math.Min(at < 0 ? ~at : at, _names.Length - 1)];
    }
}
