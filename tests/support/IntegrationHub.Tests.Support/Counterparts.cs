namespace IntegrationHub.Tests.Support;

/// <summary>Programs that nobody here wrote, installed by <c>tests/support/counterparts/install.sh</c>.</summary>
public static class Counterparts
{
    /// <summary>Gets the folder in which the npm packages are installed; Node resolves imports of scripts in it.</summary>
    public static string NodeFolder { get; } = Repo.PathOf("artifacts", "counterparts");

    /// <summary>Gets the path of a file of an npm package.</summary>
    /// <param name="path">The path under <c>node_modules</c>.</param>
    /// <returns>The full path.</returns>
    /// <exception cref="FileNotFoundException">It is not installed.</exception>
    public static string Npm(string path)
    {
        var full = Path.Combine(NodeFolder, "node_modules", path);
        return Path.Exists(full) ? full : throw NotInstalled(path);
    }

    /// <summary>Finds a program on the path or among the system's own.</summary>
    /// <param name="name">Its name, for example <c>dovecot</c>.</param>
    /// <returns>The full path.</returns>
    /// <exception cref="FileNotFoundException">It is not installed.</exception>
    public static string Program(string name)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Concat(["/usr/sbin", "/usr/bin", "/sbin"]);
        return folders.Select(f => Path.Combine(f, name)).FirstOrDefault(File.Exists) ?? throw NotInstalled(name);
    }

    private static FileNotFoundException NotInstalled(string what) =>
        new($"'{what}' is not installed. Run tests/support/counterparts/install.sh as root, as ./test.sh does.");
}
