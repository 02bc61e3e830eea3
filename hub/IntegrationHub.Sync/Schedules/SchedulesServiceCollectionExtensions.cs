using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace IntegrationHub.Sync.Schedules;

/// <summary>Registers the schedules.</summary>
public static class SchedulesServiceCollectionExtensions
{
    private const int RunsAtOnceMax = 2;

    /// <summary>Registers Quartz on a store of its own in the data folder, and <see cref="ScheduleService"/>. A file of its
    /// own, because a sync's long write would hold up a scheduler that shares its database.</summary>
    /// <param name="services">The services; safe to call twice.</param>
    /// <param name="dataDirectory">The data folder.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddSchedules(this IServiceCollection services, string dataDirectory)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrEmpty(dataDirectory);

        if (services.Any(s => s.ServiceType == typeof(ScheduleService)))
        {
            return services;
        }

        var connection = new SqliteConnectionStringBuilder { DataSource = Path.Combine(dataDirectory, "schedules.db") }.ConnectionString;
        services.AddQuartz(q =>
        {
            q.UseDefaultThreadPool(RunsAtOnceMax);
            q.UsePersistentStore(s =>
            {
                s.UseSqlite(SqliteFactory.Instance, connection);
                s.ProvisionSchema();
            });
        });
        services.AddSingleton<ScheduleService>();
        return services;
    }
}
