using System.Globalization;

namespace IntegrationHub.Connectors.Lists.Tests;

/// <summary>Writes records as text, so that a failed test shows what differs.</summary>
internal static class Readable
{
    internal static string Text(this PersonRecord person) => string.Join(
        " | ",
        person.Fields.Select(f => f.Group == 0
            ? $"{f.Field}={f.Value}"
            : string.Create(CultureInfo.InvariantCulture, $"{f.Field}[{f.Group}]={f.Value}")));

    internal static string? Value(this PersonRecord person, string field, int group = 0) =>
        person.Fields.Where(f => f.Field == field && f.Group == group).Select(f => f.Value).SingleOrDefault();

    internal static string[] Values(this PersonRecord person, string field) =>
        [.. person.Fields.Where(f => f.Field == field).Select(f => f.Value)];

    internal static string Summary(this Message message) => message switch
    {
        PersonRecord person => $"{person.Key}: {person.Text()}",
        DeletedRecord deleted => $"{deleted.Key}: deleted",
        RejectedRecord rejected => $"rejected: {rejected.Reason}",
        _ => message.GetType().Name,
    };
}
