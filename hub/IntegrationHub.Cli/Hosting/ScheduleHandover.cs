using IntegrationHub.Sync.Schedules;
using Microsoft.Extensions.Hosting;

namespace IntegrationHub.Cli.Hosting;

/// <summary>Lets commands that come in over the relay change the schedules of the scheduler that is running, so that a
/// change counts at once.</summary>
internal sealed class ScheduleHandover(Hub hub, ScheduleService schedules) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        hub.UseSchedules(schedules);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
