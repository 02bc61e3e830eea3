using IntegrationHub.Core.Storage;
using IntegrationHub.Golden;
using IntegrationHub.Identity;
using IntegrationHub.Plugins;
using IntegrationHub.Plugins.Installing;
using IntegrationHub.Storage.Sqlite;
using IntegrationHub.Sync;
using IntegrationHub.Sync.Admin;
using IntegrationHub.Sync.Gate;
using IntegrationHub.Sync.Receiving;
using IntegrationHub.Sync.Resolving;
using IntegrationHub.Sync.Schedules;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Cli.Hosting;

/// <summary>The composition root: everything that works over one data folder.</summary>
internal static class HubServices
{
    /// <summary>Registers the hub. The store is not opened; <see cref="IHubStore.InitializeAsync"/> does that.</summary>
    /// <param name="services">The services; safe to call twice.</param>
    /// <param name="folder">The data folder.</param>
    /// <param name="clock">The clock.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddHub(this IServiceCollection services, DataFolder folder, TimeProvider clock)
    {
        services.AddLogging();
        services.TryAddSingleton(folder);
        services.TryAddSingleton(clock);
        services.TryAddSingleton<IHubStore>(_ => new SqliteHubStore(folder.DatabasePath));
        services.TryAddSingleton(p => p.GetRequiredService<IHubStore>().Sources);
        services.TryAddSingleton(p => p.GetRequiredService<IHubStore>().Records);
        services.TryAddSingleton(p => p.GetRequiredService<IHubStore>().Customers);
        services.TryAddSingleton(p => NewCatalog(folder, p.GetRequiredService<ILoggerFactory>(), clock));
        services.TryAddSingleton(p => new PluginInstaller(folder.ConnectorsPath, p.GetRequiredService<ConnectorCatalog>(), clock));
        services.TryAddSingleton<ConnectorAdmin>();
        services.TryAddSingleton<PluginUpgrades>();
        services.TryAddSingleton(_ => MatchModel.Shipped);
        services.TryAddSingleton(_ => PolicyOf(folder));
        services.TryAddSingleton(new GateOptions());
        services.TryAddSingleton<RecordGate>();
        services.TryAddSingleton(p => new SecretVault(p.GetRequiredService<ISourceStore>(), folder.SecretKeyPath));
        services.TryAddSingleton<SourceCredentials>();
        services.TryAddSingleton<ISettingsResolver, SettingsResolver>();
        services.TryAddSingleton(p => ActivatorUtilities.CreateInstance<SyncRunner>(p, folder.FullPath));
        services.TryAddSingleton<ResolverService>();
        services.TryAddSingleton(p => ActivatorUtilities.CreateInstance<SourceReceivers>(p, folder.FullPath));
        services.TryAddSingleton<SourceAdmin>();
        services.TryAddSingleton<StateAdmin>();
        services.TryAddSingleton<QuarantineAdmin>();
        services.TryAddSingleton<ListWithdrawal>();
        services.TryAddSingleton<CustomerQueries>();
        services.TryAddSingleton<MatchAdmin>();
        services.TryAddSingleton<MatchExplainer>();
        services.TryAddSingleton<DecisionAdmin>();
        services.TryAddSingleton<ModelTraining>(_ => static (engine, version, cancellationToken) => engine.Train(version, cancellationToken));
        services.TryAddSingleton<ModelAdmin>();
        services.TryAddSingleton<MatchEvaluation>();
        services.TryAddSingleton<Exporter>();
        services.TryAddSingleton(_ => new ApiKeyFile(folder.ApiKeysPath));
        return services.AddSchedules(folder.FullPath);
    }

    /// <summary>Makes the catalog of connectors.</summary>
    /// <param name="folder">The data folder, or <see langword="null"/> when none is named.</param>
    /// <param name="loggers">The log.</param>
    /// <param name="clock">The clock.</param>
    /// <returns>The catalog.</returns>
    public static ConnectorCatalog NewCatalog(DataFolder? folder, ILoggerFactory loggers, TimeProvider clock) => new(
        ConnectorCatalog.DefaultFolders(folder?.FullPath),
        loggers.CreateLogger<ConnectorCatalog>(),
        new ConnectorCatalogOptions
        {
            StateDirectory = folder?.ConnectorStatePath,
            InstalledDirectory = folder?.ConnectorsPath,
            Isolation = folder is null ? IsolationRule.Default : new IsolationRule(f => PluginInstaller.IsAllowedInProcess(folder.ConnectorsPath, f)),
            OffersBuiltIns = true,
            Clock = clock,
        });

    private static SurvivorshipPolicy PolicyOf(DataFolder folder)
    {
        if (!File.Exists(folder.PolicyPath))
        {
            return SurvivorshipPolicy.Default;
        }

        try
        {
            return SurvivorshipPolicy.Parse(File.ReadAllText(folder.PolicyPath));
        }
        catch (FormatException e)
        {
            throw new AdminException(
                AdminFailure.Failed, $"The survivorship policy '{folder.PolicyPath}' cannot be read: {e.Message}", next: "correct the file", innerException: e);
        }
    }
}
