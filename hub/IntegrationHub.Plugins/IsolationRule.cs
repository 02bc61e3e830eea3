namespace IntegrationHub.Plugins;

/// <summary>Decides where the code of a plugin runs.</summary>
/// <remarks>A plugin whose manifest asks for a process of its own gets one. Of the others, those in the folder <c>connectors</c> beside the
/// executable, which came with the hub, and those that an admin allowed run in process; the rest do not.</remarks>
/// <param name="isAllowedInProcess">Says whether an admin allowed the plugin in a folder, given as a full path, to run in process.</param>
public sealed class IsolationRule(Func<string, bool> isAllowedInProcess)
{
    private static readonly string Shipped = Path.Combine(AppContext.BaseDirectory, "connectors") + Path.DirectorySeparatorChar;

    /// <summary>Gets the rule under which nobody allowed anything.</summary>
    public static IsolationRule Default { get; } = new(_ => false);

    /// <summary>Decides.</summary>
    /// <param name="pluginFolder">The plugin's folder, as a full path.</param>
    /// <param name="asksForProcess">Whether its manifest says <c>"isolation": "process"</c>.</param>
    /// <returns>Where its code is to run.</returns>
    public Isolation Of(string pluginFolder, bool asksForProcess)
    {
        ArgumentNullException.ThrowIfNull(pluginFolder);

        return !asksForProcess && (pluginFolder.StartsWith(Shipped, StringComparison.Ordinal) || isAllowedInProcess(pluginFolder))
            ? Isolation.InProcess
            : Isolation.Process;
    }
}
