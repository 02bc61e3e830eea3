using System.Buffers.Text;

namespace IntegrationHub.Connectors.WebAnalytics.AccessLog;

/// <summary>Reads the time of a line: <c>17/May/2015:10:05:03 +0000</c>.</summary>
internal static class LogTime
{
    private const int Length = 26;

    internal static bool TryParse(ReadOnlySpan<byte> text, out DateTimeOffset time)
    {
        time = default;
        if (text.Length != Length || !(text[2] == '/' && text[6] == '/' && text[11] == ':' && text[14] == ':' && text[17] == ':' && text[20] == ' ')
            || !TryNumber(text[..2], out var day) || !TryNumber(text.Slice(7, 4), out var year) || !TryNumber(text.Slice(12, 2), out var hour)
            || !TryNumber(text.Slice(15, 2), out var minute) || !TryNumber(text.Slice(18, 2), out var second)
            || !TryNumber(text.Slice(22, 2), out var zoneHours) || !TryNumber(text.Slice(24, 2), out var zoneMinutes))
        {
            return false;
        }

        var letters = "JanFebMarAprMayJunJulAugSepOctNovDec"u8.IndexOf(text.Slice(3, 3));
        var month = (letters / 3) + 1;
        var isDate = letters >= 0 && letters % 3 == 0 && year is > 0 and < 10_000 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            && hour < 24 && minute < 60 && second <= 60 && zoneHours <= 14 && zoneMinutes < 60;
        if (!isDate)
        {
            return false;
        }

        // A leap second counts as the one before it.
        var zone = new TimeSpan(zoneHours, zoneMinutes, 0);
        time = new DateTimeOffset(year, month, day, hour, minute, Math.Min(second, 59), text[21] == '-' ? -zone : zone);
        return true;
    }

    private static bool TryNumber(ReadOnlySpan<byte> digits, out int value) =>
        Utf8Parser.TryParse(digits, out value, out var used) && used == digits.Length && value >= 0;
}
