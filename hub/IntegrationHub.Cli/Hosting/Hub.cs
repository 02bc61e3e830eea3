using IntegrationHub.Core.Storage;
using IntegrationHub.Plugins;
using IntegrationHub.Plugins.Installing;
using IntegrationHub.Sync;
using IntegrationHub.Sync.Admin;
using IntegrationHub.Sync.Receiving;
using IntegrationHub.Sync.Resolving;
using IntegrationHub.Sync.Schedules;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Cli.Hosting;

/// <summary>An open data folder with the services over it. Thread-safe.</summary>
internal sealed class Hub : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private ScheduleService? _schedules;

    private Hub(ServiceProvider services)
    {
        _services = services;
    }

    public DataFolder Folder => Service<DataFolder>();

    public IHubStore Store => Service<IHubStore>();

    public ConnectorCatalog Catalog => Service<ConnectorCatalog>();

    public PluginInstaller Installer => Service<PluginInstaller>();

    public ConnectorAdmin Connectors => Service<ConnectorAdmin>();

    public PluginUpgrades Upgrades => Service<PluginUpgrades>();

    public SourceAdmin Sources => Service<SourceAdmin>();

    public StateAdmin States => Service<StateAdmin>();

    public CustomerQueries Customers => Service<CustomerQueries>();

    public MatchAdmin Matching => Service<MatchAdmin>();

    public MatchExplainer Explaining => Service<MatchExplainer>();

    public DecisionAdmin Decisions => Service<DecisionAdmin>();

    public ModelAdmin Models => Service<ModelAdmin>();

    public MatchEvaluation Evaluation => Service<MatchEvaluation>();

    public Exporter Exporter => Service<Exporter>();

    public SyncRunner Runner => Service<SyncRunner>();

    public ResolverService Resolver => Service<ResolverService>();

    public QuarantineAdmin Quarantine => Service<QuarantineAdmin>();

    public ListWithdrawal Lists => Service<ListWithdrawal>();

    public ScheduleService Schedules => _schedules ?? Service<ScheduleService>();

    /// <summary>Opens a data folder; its store is made or brought up to date.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="log">Takes the log, or <see langword="null"/> for none.</param>
    /// <param name="cancellationToken">Stops the opening.</param>
    /// <param name="logLevel">From which level on things are logged.</param>
    /// <returns>The hub.</returns>
    public static async Task<Hub> OpenAsync(
        DataFolder folder, TimeProvider clock, TextWriter? log, CancellationToken cancellationToken, LogLevel logLevel = LogLevel.Debug)
    {
        var services = new ServiceCollection().AddHub(folder, clock);
        if (log is not null)
        {
            services.AddLogging(l => l.AddTextWriter(log, logLevel));
        }

        var hub = new Hub(services.BuildServiceProvider());
        try
        {
            await hub.Store.InitializeAsync(cancellationToken);
            return hub;
        }
        catch
        {
            await hub.DisposeAsync();
            throw;
        }
    }

    /// <summary>Registers this hub's own objects with a server; they stay this hub's to dispose.</summary>
    /// <param name="services">The server's services.</param>
    public void ShareWith(IServiceCollection services)
    {
        services.AddSingleton(this);
        services.AddSingleton(Folder);
        services.AddSingleton(Service<TimeProvider>());
        services.AddSingleton(Store);
        services.AddSingleton(Catalog);
        services.AddSingleton(Sources);
        services.AddSingleton(States);
        services.AddSingleton(Customers);
        services.AddSingleton(Matching);
        services.AddSingleton(Explaining);
        services.AddSingleton(Decisions);
        services.AddSingleton(Models);
        services.AddSingleton(Evaluation);
        services.AddSingleton(Exporter);
        services.AddSingleton(Quarantine);
        services.AddSingleton(Runner);
        services.AddSingleton(Resolver);
        services.AddSingleton(Service<SourceReceivers>());
        services.AddHostedService<ScheduleHandover>();
    }

    /// <summary>Takes the schedules of a scheduler that runs.</summary>
    public void UseSchedules(ScheduleService schedules) => _schedules = schedules;

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private T Service<T>()
        where T : notnull => _services.GetRequiredService<T>();
}
