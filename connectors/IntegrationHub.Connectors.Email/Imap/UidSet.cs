using System.Globalization;
using System.Text;

namespace IntegrationHub.Connectors.Email.Imap;

/// <summary>Sets of UIDs as they travel: <c>1:5,9</c>.</summary>
internal static class UidSet
{
    /// <summary>Writes ascending UIDs.</summary>
    internal static string Format(ReadOnlySpan<uint> uids)
    {
        var text = new StringBuilder();
        for (var i = 0; i < uids.Length; i++)
        {
            var first = uids[i];
            while (i + 1 < uids.Length && uids[i + 1] == uids[i] + 1)
            {
                i++;
            }

            text.Append(text.Length > 0 ? "," : string.Empty).Append(CultureInfo.InvariantCulture, $"{first}");
            if (uids[i] != first)
            {
                text.Append(CultureInfo.InvariantCulture, $":{uids[i]}");
            }
        }

        return text.ToString();
    }

    /// <summary>Reads a set, at most so many UIDs of it.</summary>
    internal static void Parse(string set, List<uint> into, int countMax)
    {
        foreach (var range in set.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = range.IndexOf(':', StringComparison.Ordinal);
            if (!uint.TryParse(colon < 0 ? range : range[..colon], NumberStyles.None, CultureInfo.InvariantCulture, out var one)
                || !uint.TryParse(range[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var other))
            {
                continue;
            }

            for (ulong uid = Math.Min(one, other); uid <= Math.Max(one, other) && into.Count < countMax; uid++)
            {
                into.Add((uint)uid);
            }
        }
    }
}
