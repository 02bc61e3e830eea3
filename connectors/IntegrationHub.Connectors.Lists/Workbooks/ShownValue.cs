using System.Globalization;

namespace IntegrationHub.Connectors.Lists.Workbooks;

/// <summary>Writes a cell's value as the sheet shows it, in a form that does not depend on a country: dates as
/// <c>yyyy-MM-dd</c>, numbers with a point and without separators of thousands, leading zeros where the format gives them.</summary>
internal static class ShownValue
{
    internal static string? Of(object? value, string? format) => value switch
    {
        null => null,
        string text => text,
        bool flag => flag ? "true" : "false",
        DateTime time => OfTime(time),
        TimeSpan span => span.ToString("c", CultureInfo.InvariantCulture),
        int number => ShownNumber.Of(number, format),
        double number => ShownNumber.Of(number, format),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private static string OfTime(DateTime time) => time.TimeOfDay == TimeSpan.Zero
        ? time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : time.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
}
