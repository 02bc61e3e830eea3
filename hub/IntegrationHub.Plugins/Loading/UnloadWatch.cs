using Microsoft.Extensions.Logging;

namespace IntegrationHub.Plugins.Loading;

/// <summary>Finds out whether a plugin's code really leaves memory.</summary>
internal static class UnloadWatch
{
    public static async Task<UnloadReport> RunAsync(
        PluginSlot slot, ConnectorCatalogOptions options, ILogger logger, CancellationToken cancellationToken)
    {
        var had = slot.CountRemaining();
        var rounds = 0;
        while (slot.CountRemaining() > 0 && rounds < options.UnloadRoundsMax)
        {
            rounds++;
            Collect();
            if (slot.CountRemaining() > 0)
            {
                // Threads that just left the plugin still have it in their registers and stacks.
                await Task.Delay(options.UnloadPause, options.Clock, cancellationToken);
            }
        }

        var plugin = slot.Inspection;
        var leaked = slot.CountRemaining();
        if (leaked > 0)
        {
            slot.MarkLeaked();
            Log.PluginLeaked(logger, plugin.Name, plugin.Version, leaked, rounds);
        }
        else if (had > 0)
        {
            Log.PluginUnloaded(logger, plugin.Name, plugin.Version, rounds);
        }

        return new UnloadReport(plugin.Name, plugin.Version, slot.Users, leaked, rounds);
    }

    private static void Collect()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true);
        GC.WaitForPendingFinalizers();
    }
}
