namespace IntegrationHub.Plugins.Processes;

/// <summary>What of the hub's environment a child sees: what programs need to run at all, and nothing else. The hub's own secrets may
/// be among the rest.</summary>
internal static class ChildEnvironment
{
    private static readonly string[] Inherited =
    [
        "PATH", "HOME", "USER", "LOGNAME", "LANG", "LC_ALL", "TZ", "SSL_CERT_FILE", "SSL_CERT_DIR",
        "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "http_proxy", "https_proxy", "no_proxy", "DOTNET_ROOT", "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT",
    ];

    /// <summary>Makes the environment of a child.</summary>
    /// <param name="start">How it is started.</param>
    /// <param name="temporaryDirectory">The folder for its temporary files.</param>
    /// <returns>The variables.</returns>
    public static Dictionary<string, string> For(ChildProcessStart start, string temporaryDirectory)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in Inherited)
        {
            if (Environment.GetEnvironmentVariable(name) is { } value)
            {
                variables[name] = value;
            }
        }

        foreach (var (name, value) in start.Environment)
        {
            variables[name] = value;
        }

        variables["TMPDIR"] = temporaryDirectory;
        return variables;
    }
}
