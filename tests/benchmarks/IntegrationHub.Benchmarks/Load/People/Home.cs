namespace IntegrationHub.Benchmarks.Load.People;

/// <summary>Where somebody lives.</summary>
/// <param name="House">The house number.</param>
/// <param name="Direction"><c>North</c> and so on; empty for most streets.</param>
/// <param name="Street">The street without its type.</param>
/// <param name="Type">The type, long and short: <c>Street|St</c>.</param>
/// <param name="Unit">The flat's number; empty for a house.</param>
/// <param name="Town">The town.</param>
/// <param name="Zip">The postal code.</param>
internal sealed record Home(string House, string Direction, string Street, string Type, string Unit, Town Town, string Zip);
