namespace IntegrationHub.Identity.Scoring;

/// <summary>
/// What two records are compared in: each has one place in an <see cref="Evidence"/>. Comparisons that are added up
/// together are neighbours. Identifiers and attributes have as many places as there are common names.
/// </summary>
internal enum Comparison
{
    Kind,
    Given,
    Family,
    Swapped,
    Generation,
    Gender,
    Birth,
    Email,
    Phone,
    Street,
    House,
    Postal,
    Locality,
    Region,
    Organization,
}
