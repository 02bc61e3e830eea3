using System.Reflection;
using System.Runtime.Loader;

namespace IntegrationHub.Plugins.Inspection;

/// <summary>What the running hub gives to plugins: .NET itself and the few shared assemblies.</summary>
internal sealed class HostAssemblies
{
    public const string SdkName = "IntegrationHub.Sdk";

    private static readonly HashSet<string> SharedNames = new(StringComparer.OrdinalIgnoreCase)
    {
        SdkName,
        "Newtonsoft.Json",
        "Polly.Core",
        "Microsoft.Extensions.Logging.Abstractions",
    };

    private readonly Dictionary<string, string> _framework = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _own = new(StringComparer.OrdinalIgnoreCase);

    public HostAssemblies()
    {
        var listed = (string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? string.Empty;
        var baseDirectory = Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory);

        // A self-contained hub has .NET and its own assemblies in one folder; then they cannot be told apart by place.
        var isSelfContained = IsIn(baseDirectory, typeof(object).Assembly.Location);
        foreach (var path in listed.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            var name = Path.GetFileNameWithoutExtension(path);
            if (isSelfContained || !IsIn(baseDirectory, path))
            {
                _framework.TryAdd(name, path);
            }
            else
            {
                _own.Add(name);
            }
        }
    }

    public static bool IsShared(string name) => SharedNames.Contains(name);

    /// <summary>Loads a shared assembly where the hub's own code has it from.</summary>
    public static Assembly LoadShared(string name)
    {
        var context = AssemblyLoadContext.GetLoadContext(typeof(HostAssemblies).Assembly) ?? AssemblyLoadContext.Default;
        return context.LoadFromAssemblyName(new AssemblyName(name));
    }

    public bool IsFramework(string name) => _framework.ContainsKey(name);

    /// <summary>Says whether only the hub's own folder has it; plugins do not get it from there.</summary>
    public bool IsOwn(string name) => _own.Contains(name);

    public Version? FrameworkVersion(string name) =>
        _framework.TryGetValue(name, out var path) ? AssemblyName.GetAssemblyName(path).Version : null;

    private static bool IsIn(string directory, string path) =>
        string.Equals(Path.GetDirectoryName(path), directory, StringComparison.Ordinal);
}
