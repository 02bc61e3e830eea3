using System.Runtime.InteropServices;

namespace IntegrationHub.Plugins.Processes;

/// <summary>Where the child program <c>IntegrationHub.ConnectorHost</c> is and how it is run.</summary>
/// <param name="Path">The full path of its dll.</param>
internal sealed record ConnectorHostProgram(string Path)
{
    private const string Name = "IntegrationHub.ConnectorHost";

    /// <summary>Gets the one beside the running program.</summary>
    public static ConnectorHostProgram Default { get; } = new(System.IO.Path.Combine(AppContext.BaseDirectory, Name + ".dll"));

    /// <summary>Gives the command line that runs it.</summary>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>The program, as a full path, and all arguments.</returns>
    /// <exception cref="FileNotFoundException">It is not there.</exception>
    public (string Program, IReadOnlyList<string> Arguments) Command(IEnumerable<string> arguments)
    {
        if (!File.Exists(Path))
        {
            throw new FileNotFoundException(
                $"'{Path}' is not there; connectors cannot run in child processes without it. Install the hub again.", Path);
        }

        // The hub's own .NET, so that both are of one version: <root>/shared/Microsoft.NETCore.App/<version>/ is where it runs from.
        var dotnet = System.IO.Path.GetFullPath(System.IO.Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../../dotnet"));
        return File.Exists(dotnet)
            ? (dotnet, ["exec", Path, .. arguments])
            : (System.IO.Path.ChangeExtension(Path, null), [.. arguments]);
    }
}
