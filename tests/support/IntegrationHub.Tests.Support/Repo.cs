using System.Reflection;

namespace IntegrationHub.Tests.Support;

/// <summary>Where the repository's files are.</summary>
public static class Repo
{
    /// <summary>Gets the root folder.</summary>
    public static string Root { get; } =
        typeof(Repo).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => string.Equals(a.Key, "RepoRoot", StringComparison.Ordinal)).Value!;

    /// <summary>Gets the full path of a file or folder of the repository.</summary>
    /// <param name="parts">Its path from the root.</param>
    /// <returns>The full path, whether or not it exists.</returns>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);
}
