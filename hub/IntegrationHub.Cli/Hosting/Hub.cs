using IntegrationHub.Core.Storage;
using IntegrationHub.Plugins;
using IntegrationHub.Sync;
using IntegrationHub.Sync.Admin;
using IntegrationHub.Sync.Resolving;
using IntegrationHub.Sync.Schedules;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Cli.Hosting;

/// <summary>An open data folder with the services over it. Thread-safe.</summary>
internal sealed class Hub : IAsyncDisposable
{
    private readonly IServiceProvider _services;
    private readonly ServiceProvider? _owned;

    /// <summary>Takes services that someone else owns, such as a server's.</summary>
    public Hub(IServiceProvider services)
    {
        _services = services;
    }

    private Hub(ServiceProvider services)
        : this((IServiceProvider)services)
    {
        _owned = services;
    }

    public DataFolder Folder => Service<DataFolder>();

    public IHubStore Store => Service<IHubStore>();

    public ConnectorCatalog Catalog => Service<ConnectorCatalog>();

    public SourceAdmin Sources => Service<SourceAdmin>();

    public StateAdmin States => Service<StateAdmin>();

    public CustomerQueries Customers => Service<CustomerQueries>();

    public MatchAdmin Matching => Service<MatchAdmin>();

    public Exporter Exporter => Service<Exporter>();

    public SyncRunner Runner => Service<SyncRunner>();

    public ResolverService Resolver => Service<ResolverService>();

    public ScheduleService Schedules => Service<ScheduleService>();

    /// <summary>Opens a data folder; its store is made or brought up to date.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="log">Takes the log, or <see langword="null"/> for none.</param>
    /// <param name="cancellationToken">Stops the opening.</param>
    /// <returns>The hub.</returns>
    public static async Task<Hub> OpenAsync(DataFolder folder, TimeProvider clock, TextWriter? log, CancellationToken cancellationToken)
    {
        var services = new ServiceCollection().AddHub(folder, clock);
        if (log is not null)
        {
            services.AddLogging(l => l.AddTextWriter(log));
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

    public ValueTask DisposeAsync() => _owned?.DisposeAsync() ?? ValueTask.CompletedTask;

    private T Service<T>()
        where T : notnull => _services.GetRequiredService<T>();
}
