namespace IntegrationHub.Plugins;

/// <summary>What became of a plugin's code after its last use.</summary>
/// <param name="PluginName">The plugin's name.</param>
/// <param name="Version">The plugin's version.</param>
/// <param name="StillOpen">How many connectors of it are open; their code stays, which is no leak.</param>
/// <param name="Leaked">How many copies of its code were told to go and are still in memory.</param>
/// <param name="Rounds">How many garbage collections it took, or were tried.</param>
public sealed record UnloadReport(string PluginName, string Version, int StillOpen, int Leaked, int Rounds)
{
    /// <summary>Gets a value indicating whether nothing of the plugin is left in memory.</summary>
    public bool IsGone => StillOpen == 0 && Leaked == 0;
}
