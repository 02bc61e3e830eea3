using IntegrationHub.Core.Records;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Golden.Tests;

/// <summary>Makes source records of fictional people.</summary>
internal static class Records
{
    internal static readonly DateTimeOffset Start = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    internal static GoldenInput Of(string source, string key, int day, double trust, params Field[] fields) => new(
        new SourceRecord
        {
            Id = 1,
            Uid = Guid.Empty,
            SourceId = 1,
            Stream = "people",
            Key = key,
            Fields = fields,
            UpdatedAt = Start.AddDays(day),
            FirstSeenAt = Start.AddDays(day),
            RunId = day + 1,
        },
        source,
        trust);

    internal static Field[] Name(string given, string family) => [new(PersonFields.NameFamily, family), new(PersonFields.NameGiven, given)];

    internal static Field[] Address(string line1, string locality, string postalCode, int group = 0) =>
    [
        new(PersonFields.AddressLine1, line1, Group: group),
        new(PersonFields.AddressLocality, locality, Group: group),
        new(PersonFields.AddressPostalCode, postalCode, Group: group),
    ];

    internal static string Json(params GoldenInput[] records) => new GoldenBuilder(SurvivorshipPolicy.Default).Build(records).ToJson(includeLineage: false);
}
