using System.Globalization;

namespace IntegrationHub.Connectors.Email.Mime;

/// <summary>Reads dates as mails write them: RFC 5322 and its obsolete forms, asctime, ISO 8601, two-digit years, zone
/// names, wrong or foreign day names.</summary>
internal static class MailDates
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>Reads one date. An unknown zone counts as UTC.</summary>
    internal static bool TryParse(string? text, out DateTimeOffset date)
    {
        date = default;
        if (string.IsNullOrWhiteSpace(text) || text.Length > 200)
        {
            return false;
        }

        var parts = default(Parts);
        foreach (var token in WithoutComments(text).Split([' ', '\t', ','], StringSplitOptions.RemoveEmptyEntries))
        {
            Take(token, ref parts);
        }

        return TryBuild(parts, out date)
            || (char.IsAsciiDigit(text[0]) && text.Length >= 16 && text[4] == '-' && DateTimeOffset.TryParse(
                text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out date));
    }

    /// <summary>Zone names in use; where a name is ambiguous (IST, BST, CST) the one more common in mail.</summary>
    private static int? ZoneHours(string zone) => zone.ToUpperInvariant() switch
    {
        "UT" or "UTC" or "GMT" or "Z" or "WET" => 0,
        "BST" or "IST" or "CET" or "MET" or "WEST" => 1,
        "CEST" or "MEST" or "EET" => 2,
        "EEST" or "MSK" => 3,
        "MSD" => 4,
        "SGT" or "HKT" => 8,
        "JST" or "KST" => 9,
        "AEST" => 10,
        "AEDT" => 11,
        "NZST" => 12,
        "NZDT" => 13,
        "EDT" => -4,
        "EST" or "CDT" => -5,
        "CST" or "MDT" => -6,
        "MST" or "PDT" => -7,
        "PST" or "AKDT" => -8,
        "AKST" => -9,
        "HST" => -10,
        _ => null,
    };

    private static string WithoutComments(string text)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        return open < 0 ? text : text[..open]; // Comments stand at the end: "(CEST)".
    }

    private static void Take(string token, ref Parts parts)
    {
        if (token.Contains(':', StringComparison.Ordinal) && char.IsAsciiDigit(token[0]))
        {
            TakeTime(token, ref parts);
        }
        else if (token[0] is '+' or '-' && token.Length >= 3)
        {
            TakeOffset(token, ref parts);
        }
        else if (token.Contains('-', StringComparison.Ordinal) && !parts.HasDate)
        {
            foreach (var piece in token.Split('-', StringSplitOptions.RemoveEmptyEntries)) // 22-Aug-2002
            {
                TakeWordOrNumber(piece, ref parts);
            }
        }
        else
        {
            TakeWordOrNumber(token, ref parts);
        }
    }

    private static void TakeWordOrNumber(string token, ref Parts parts)
    {
        if (int.TryParse(token.TrimEnd('.'), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            if (parts.Day == 0 && token.Length <= 2 && number is >= 1 and <= 31)
            {
                parts.Day = number;
            }
            else if (parts.Year is null && token.Length is >= 2 and <= 4)
            {
                parts.Year = token.Length switch { 2 => number < 50 ? 2000 + number : 1900 + number, 3 => 1900 + number, _ => number };
            }

            return;
        }

        if (parts.Month == 0 && token.Length >= 3
            && Array.FindIndex(Months, m => token.StartsWith(m, StringComparison.OrdinalIgnoreCase)) is var month and >= 0)
        {
            parts.Month = month + 1;
        }
        else if (token is "PM" or "pm" && parts.Hour < 12)
        {
            parts.Hour += 12;
        }
        else if (token is "AM" or "am" && parts.Hour == 12)
        {
            parts.Hour = 0;
        }
        else if (parts.HasTime && ZoneHours(token) is { } hours)
        {
            parts.OffsetMinutes ??= hours * 60;
        }
        else if (token.Length > 4 && (token.StartsWith("GMT", StringComparison.OrdinalIgnoreCase) || token.StartsWith("UTC", StringComparison.OrdinalIgnoreCase)))
        {
            TakeOffset(token[3..], ref parts);
        }
    }

    private static void TakeTime(string token, ref Parts parts)
    {
        var pieces = token.Split(':');
        if (pieces.Length <= 3
            && int.TryParse(pieces[0], NumberStyles.None, CultureInfo.InvariantCulture, out var hour) && hour < 24
            && int.TryParse(pieces[1], NumberStyles.None, CultureInfo.InvariantCulture, out var minute) && minute < 60)
        {
            parts.HasTime = true;
            parts.Hour = hour;
            parts.Minute = minute;
            var second = pieces.Length == 3 ? pieces[2].Split('.')[0] : "0";
            parts.Second = int.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out var s) ? Math.Min(s, 59) : 0;
        }
    }

    private static void TakeOffset(string token, ref Parts parts)
    {
        var digits = token[1..].Replace(":", string.Empty, StringComparison.Ordinal);
        if (token[0] is not ('+' or '-') || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return;
        }

        var minutes = digits.Length <= 2 ? number * 60 : (number / 100 * 60) + (number % 100);
        parts.OffsetMinutes = minutes > 14 * 60 ? 0 : token[0] == '-' ? -minutes : minutes;
    }

    private static bool TryBuild(in Parts parts, out DateTimeOffset date)
    {
        date = default;
        if (parts.Day == 0 || parts.Month == 0 || parts.Year is not (>= 1970 and <= 9000)
            || parts.Day > DateTime.DaysInMonth(parts.Year.Value, parts.Month))
        {
            return false;
        }

        date = new DateTimeOffset(
            parts.Year.Value, parts.Month, parts.Day, parts.Hour, parts.Minute, parts.Second, TimeSpan.FromMinutes(parts.OffsetMinutes ?? 0));
        return true;
    }

    private struct Parts
    {
        internal int Day;
        internal int Month;
        internal int? Year;
        internal int Hour;
        internal int Minute;
        internal int Second;
        internal int? OffsetMinutes;
        internal bool HasTime;

        internal readonly bool HasDate => Day > 0 && Month > 0 && Year is not null;
    }
}
