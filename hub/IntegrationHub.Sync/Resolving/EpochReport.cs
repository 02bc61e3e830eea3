using System.Text.Json;
using IntegrationHub.Identity;

namespace IntegrationHub.Sync.Resolving;

/// <summary>Writes what is kept with a model of how it came into use.</summary>
internal static class EpochReport
{
    internal static string Write(PartitionDifference difference, IReadOnlyList<WeightChange> weights) => JsonSerializer.Serialize(
        new
        {
            customersBefore = difference.CustomersBefore,
            customersAfter = difference.CustomersAfter,
            stay = difference.Stay,
            merge = difference.Merge,
            split = difference.Split,
            weights,
        },
        JsonSerializerOptions.Web);
}
