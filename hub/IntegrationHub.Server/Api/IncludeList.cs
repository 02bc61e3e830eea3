using IntegrationHub.Sync.Admin;

namespace IntegrationHub.Server.Api;

/// <summary>What an <c>include=</c> parameter asks for beside the values.</summary>
internal sealed record IncludeList(bool HasLineage, bool HasConsents, bool HasTimeline)
{
    internal const int TimelineItemsMax = 100;

    internal static IncludeList Parse(string? text)
    {
        var names = (text ?? string.Empty).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return names.FirstOrDefault(n => n is not ("lineage" or "consents" or "timeline")) is { } unknown
            ? throw new AdminException(AdminFailure.WrongUse, $"There is nothing to include by the name '{unknown}'.", "lineage, consents or timeline")
            : new IncludeList(names.Contains("lineage"), names.Contains("consents"), names.Contains("timeline"));
    }
}
