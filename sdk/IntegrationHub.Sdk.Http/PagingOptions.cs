using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Http;

/// <summary>How a list is read page by page.</summary>
public sealed class PagingOptions
{
    /// <summary>Gets where a page holds its records. Two pages in a row with the same records, not none, are taken for a
    /// loop; an offset goes forward by their number.</summary>
    /// <value>Return the array, or <see langword="null"/> when the page has none.</value>
    public required Func<JToken, JArray?> Records { get; init; }

    /// <summary>Gets the most pages that one read may take.</summary>
    /// <value>Defaults to 100,000. One more is a <see cref="FailureKind.Defect"/>.</value>
    public int PagesMax { get; init; } = 100_000;
}
