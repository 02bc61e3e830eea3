using IntegrationHub.Plugins.Inspection;
using IntegrationHub.Plugins.Loading;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Accounts;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Plugins.Processes.Protocol;

/// <summary>Opens a connector in a child process, or sets its plugin aside with the reason.</summary>
internal sealed class ChildOpener(ConnectorCatalogOptions options, ILogger logger)
{
    // On top of the plugin's own deadline: .NET itself takes a while to come up on a busy machine.
    private static readonly TimeSpan StartAllowance = TimeSpan.FromSeconds(20);

    /// <summary>Opens a connector.</summary>
    /// <exception cref="PluginException">It failed now, and the plugin is set aside; or it was set aside before.</exception>
    public async Task<ChildConnector> OpenAsync(PluginSlot slot, string connectorId, CancellationToken cancellationToken)
    {
        var (state, known) = slot.Look();
        if (state == ConnectorState.Quarantined)
        {
            throw new PluginException(connectorId, slot.Inspection.Name, known);
        }

        slot.BeginUse();
        try
        {
            var (session, description) = await StartAsync(slot.Inspection, connectorId, options, logger, cancellationToken);
            return new ChildConnector(session, description, slot.Inspection, options, logger, slot.Release);
        }
        catch (PluginException e)
        {
            foreach (var reason in e.Reasons)
            {
                slot.SetAside(reason);
                Log.PluginSetAside(logger, slot.Inspection.Name, slot.Inspection.Version, reason);
            }

            slot.Release();
            throw;
        }
        catch
        {
            slot.Release();
            throw;
        }
        finally
        {
            slot.EndLoading();
        }
    }

    /// <summary>Starts a process with the connector open in it.</summary>
    /// <exception cref="PluginException">The plugin failed.</exception>
    public static async Task<(ChildSession Session, ConnectorDescription Description)> StartAsync(
        PluginInspection plugin, string connectorId, ConnectorCatalogOptions options, ILogger logger, CancellationToken cancellationToken)
    {
        var session = ChildSession.Start(options.Limits);
        try
        {
            var call = new ChildCall(Wire.Open, "being loaded", options.LoadDeadline + StartAllowance, isLimitedInAll: true, logger, new MemoryCredentialStore())
            {
                Request = new JObject
                {
                    ["folder"] = plugin.Folder,
                    ["connector"] = connectorId,
                    ["deadline"] = options.LoadDeadline.Ticks,
                },
            };
            var result = await session.CallAsync(call, cancellationToken);
            return result["reasons"] is JArray reasons
                ? throw new PluginException(connectorId, plugin.Name, [.. reasons.Select(r => (string)r!)])
                : (session, Wire.DescriptionOf(result));
        }
        catch (ChildException e)
        {
            await session.DisposeAsync();
            throw new PluginException(
                connectorId, plugin.Name, [$"Its process {e.Message}. Install another version of the plugin, or tell its author."]);
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }
}
