using System.Globalization;

namespace IntegrationHub.Connectors.Lists.Files;

/// <summary>One file to read, as it was when the reading began.</summary>
/// <param name="FullPath">Where it is.</param>
/// <param name="Name">Its path from the folder that was searched, with forward slashes; its name in states and messages.</param>
/// <param name="Size">Its length in bytes.</param>
/// <param name="ModifiedTicks">When it was last written, in UTC ticks.</param>
internal sealed record FoundFile(string FullPath, string Name, long Size, long ModifiedTicks)
{
    /// <summary>Gets what the place names the file's version by; <see langword="null"/> where size and time tell it.</summary>
    internal string? Version { get; init; }

    /// <summary>Gets what changes when the file changes.</summary>
    internal string Fingerprint => Version ?? string.Create(CultureInfo.InvariantCulture, $"{Size}@{ModifiedTicks}");
}
