using IntegrationHub.Connectors.Lists.Files;

namespace IntegrationHub.Connectors.Lists.Places;

/// <summary>Tells the files that somebody is still writing: by their names, and by how short ago they changed.</summary>
internal static class HalfWritten
{
    private static readonly string[] Endings = [".part", ".partial", ".tmp", ".temp", ".filepart", ".crdownload", ".upload"];

    internal static bool ByName(string name) => Array.Exists(Endings, ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    /// <summary>Says whether a file changed within the last seconds; a time of the future counts as now.</summary>
    internal static bool ByTime(FoundFile file, DateTimeOffset now, int settleSeconds) =>
        settleSeconds > 0 && file.ModifiedTicks > 0 && now.UtcTicks - file.ModifiedTicks < TimeSpan.FromSeconds(settleSeconds).Ticks;
}
