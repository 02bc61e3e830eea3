namespace IntegrationHub.Plugins.Installing;

/// <summary>What to install, and what of the usual refusals the admin waives.</summary>
/// <param name="Package">The path of a .nupkg file or of a plugin's folder; with a feed, an id or <c>id@version</c>.</param>
public sealed record InstallRequest(string Package)
{
    /// <summary>Gets the folder with packages to look into, or <see langword="null"/> when <see cref="Package"/> is a path.</summary>
    public string? Feed { get; init; }

    /// <summary>Gets a value indicating whether a package without a trusted signature is taken.</summary>
    public bool AllowUnsigned { get; init; }

    /// <summary>Gets a value indicating whether a version older than an installed one is taken.</summary>
    public bool AllowDowngrade { get; init; }

    /// <summary>Gets a value indicating whether its code may run in the hub's own process; only for what a pinned publisher signed.</summary>
    public bool InProcess { get; init; }
}
