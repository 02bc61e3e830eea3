using System.Reflection;
using System.Runtime.CompilerServices;
using IntegrationHub.Plugins.Inspection;
using IntegrationHub.Sdk;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Plugins.Loading;

/// <summary>Brings a connector to life, or sets its plugin aside with the reason.</summary>
internal sealed class PluginActivator(HostAssemblies host, LoadMarkers markers, ConnectorCatalogOptions options, ILogger logger)
{
    /// <summary>One at a time in the whole process, since what is watched belongs to the process: a changed global and a left marker
    /// then tell for certain which plugin it was.</summary>
    private static readonly Lock OneAtATime = new();

    /// <summary>Loads the plugin when it is not loaded yet and makes one connector of it.</summary>
    /// <exception cref="PluginException">It failed; it is set aside now.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public (Connector Connector, ConnectorDescription Description) Open(PluginSlot slot, string connectorId)
    {
        lock (OneAtATime)
        {
            var (state, reasons) = slot.Look();
            if (state == ConnectorState.Quarantined)
            {
                throw new PluginException(connectorId, slot.Inspection.Name, reasons);
            }

            using var marker = markers.Begin(slot.Inspection);
            GlobalsWatch.Enter(slot, logger);
            var step = new ActivationStep();
            slot.BeginUse();
            try
            {
                var context = slot.Context(host);
                return DeadlineThread.Run(
                    $"plugin {slot.Inspection.Name}",
                    () => new Activation(Activate(context, slot.Inspection, connectorId, step)),
                    options.LoadDeadline,
                    options.Clock).Value;
            }
#pragma warning disable CA1031 // The boundary into a plugin: whatever it throws sets it aside, by name, and touches nobody else.
            catch (Exception e)
#pragma warning restore CA1031
            {
                var reason = Explain(e, step.Name);
                slot.SetAside(reason);
                slot.Release();
                Log.PluginSetAside(logger, slot.Inspection.Name, slot.Inspection.Version, reason);
                throw new PluginException(connectorId, slot.Inspection.Name, [reason]);
            }
            finally
            {
                slot.EndLoading();
                GlobalsWatch.Leave(slot);
            }
        }
    }

    private static (Connector Connector, ConnectorDescription Description) Activate(
        PluginLoadContext context, PluginInspection plugin, string connectorId, ActivationStep step)
    {
        step.Name = $"Loading {plugin.Manifest!.Entry}";
        var types = context.LoadEntry().GetTypes();

        step.Name = $"Finding [Connector(\"{connectorId}\")]";
        var type = types.Single(t => t.GetCustomAttribute<ConnectorAttribute>()?.Id == connectorId);
        if (!typeof(Connector).IsAssignableFrom(type) || type.IsAbstract || type.ContainsGenericParameters
            || type.GetConstructor(Type.EmptyTypes) is null)
        {
            throw ConnectorException.Defect($"Class {type.FullName} is no connector that can be made; expected a class that derives from "
                + "SourceConnector or ReceiverConnector, is not abstract or generic, and has a public constructor without parameters.");
        }

        step.Name = $"Constructing {type.FullName}";
        var connector = (Connector)Activator.CreateInstance(type)!;

        step.Name = $"Describing {type.FullName}";
        return (connector, connector.Describe());
    }

    private string Explain(Exception exception, string step) => exception switch
    {
        TimeoutException => $"{step} did not end within {options.LoadDeadline.TotalSeconds} s. Ask its author to do no waiting and no I/O there; "
            + "restart the hub to be rid of the stuck thread.",
        ConnectorException e => $"{step} failed: {e.Message} {e.NextStep}".TrimEnd(),
        _ => $"{step} failed: {PluginFailure.Describe(exception)}. Install another version of the plugin, or tell its author.",
    };

    private sealed class ActivationStep
    {
        public volatile string Name = "Starting";
    }

    private sealed record Activation((Connector Connector, ConnectorDescription Description) Value);
}
