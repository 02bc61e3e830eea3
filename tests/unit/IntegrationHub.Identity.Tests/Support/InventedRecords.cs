using System.Globalization;
using IntegrationHub.Benchmarks.Load.People;

namespace IntegrationHub.Identity.Tests.Support;

/// <summary>Records of the customer base that the measurements stand on.</summary>
internal static class InventedRecords
{
    public static List<MatchingRecord> Make(int count) => [.. new CustomerBase().Records(count)
        .Select(r => new MatchingRecord(r.Key, r.Source, r.Person.ToString(CultureInfo.InvariantCulture), r.Fields()))];
}
