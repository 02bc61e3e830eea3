using IntegrationHub.Plugins.Processes;
using IntegrationHub.Plugins.Processes.Protocol;

namespace IntegrationHub.Plugins;

/// <summary>What the executable <c>IntegrationHub.ConnectorHost</c> does. The hub starts it; it is of no use by hand.</summary>
public static class ChildProgram
{
    private const int WrongUse = 2;

    /// <summary>Runs it to its end.</summary>
    /// <param name="arguments">The arguments that the hub gives.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);

        switch (arguments)
        {
            case [Launcher.Word, .. { Length: >= 3 } launch]:
                return Launcher.Run(launch);
            case [ConnectorServerProgram.Word, .. { Length: 2 } serve]:
                return await ConnectorServerProgram.RunAsync(serve);
            default:
                await Console.Error.WriteLineAsync("This program runs connectors for the hub, which starts it. There is no use in starting it by hand.");
                return WrongUse;
        }
    }
}
