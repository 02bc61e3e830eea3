using System.Globalization;

namespace IntegrationHub.Benchmarks.Load.People;

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

    /// <summary>Reads lines of <c>name,count</c>.</summary>
    internal static FrequencyTable Read(IEnumerable<string> lines)
    {
        var rows = lines.Select(line => line.Split(',')).ToArray();
        var sum = 0.0;
        return new FrequencyTable(
            [.. rows.Select(row => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(row[0]))],
            [.. rows.Select(row => sum += double.Parse(row[1], CultureInfo.InvariantCulture))]);
    }

    /// <summary>Draws a name.</summary>
    /// <param name="dice">The dice.</param>
    /// <param name="share">The share of people who bear it.</param>
    internal string Pick(Dice dice, out double share)
    {
        var at = Array.BinarySearch(_cumulative, dice.Share() * _cumulative[^1]);
        at = Math.Min(at < 0 ? ~at : at, _names.Length - 1);
        share = (_cumulative[at] - (at == 0 ? 0 : _cumulative[at - 1])) / _cumulative[^1];
        return _names[at];
    }
}
