namespace IntegrationHub.Identity.Models;

/// <summary>How common the values of one comparison are.</summary>
/// <param name="Floor">The share that every value not listed counts as: an agreement on it says no more than that.</param>
/// <param name="Values">Shares above the floor; a value is named by its text where it is on a public list, else by its hash.</param>
internal sealed record FrequencyTable(double Floor, SortedDictionary<string, double> Values);
