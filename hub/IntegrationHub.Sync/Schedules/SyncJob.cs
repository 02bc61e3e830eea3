using IntegrationHub.Core.Storage;
using IntegrationHub.Sync.Resolving;
using Microsoft.Extensions.Logging;
using Quartz;

namespace IntegrationHub.Sync.Schedules;

/// <summary>What Quartz runs: one sync of one source, then the resolution of what it brought.</summary>
[DisallowConcurrentExecution]
internal sealed class SyncJob(IHubStore store, SyncRunner runner, ResolverService resolver, ILogger<SyncJob> logger) : IJob
{
    internal const string SourceKey = "source";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var name = context.MergedJobDataMap.GetString(SourceKey)!;
        var source = await store.Sources.FindAsync(name, cancellationToken);
        if (source is null)
        {
            // The source was removed and its schedule is a leftover: it goes, too.
            await context.Scheduler.DeleteJob(context.JobDetail.Key, cancellationToken);
            return;
        }

        try
        {
            await runner.RunAsync(source, new SyncOptions { Trigger = "schedule" }, progress: null, cancellationToken);
        }
        catch (SyncBusyException e)
        {
            logger.ScheduleSkipped(name, e.Message);
            return;
        }

        await resolver.ResolveAndLearnAsync(progress: null, cancellationToken);
    }
}
