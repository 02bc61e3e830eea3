using IntegrationHub.Cli.Hosting;
using IntegrationHub.Cli.Printing;
using IntegrationHub.Core.Runs;
using IntegrationHub.Sync;
using IntegrationHub.Sync.Admin;

namespace IntegrationHub.Cli.Demo;

/// <summary>Reads the five sources and resolves who is who.</summary>
internal sealed class DemoRun(Call call, Hub hub, DemoPage? page)
{
    private const string TedsEmail = "ted.brannigan@mail.example";
    private const string FathersEmail = "oldgrouse51@cornbelt.example";
    private const int TimelineMax = 100;

    /// <summary>Runs the demo.</summary>
    /// <param name="apiKey">The key that was made for the folder.</param>
    /// <param name="started">When the demo began, by the clock's time stamps.</param>
    public async Task<DemoResult> RunAsync(string? apiKey, long started)
    {
        var reads = await ReadAllAsync();
        page?.Resolving();
        using (var progress = new ProgressLine(call.Surroundings))
        {
            await hub.Resolver.ResolveAndLearnAsync(progress, call.CancellationToken);
        }

        var funnel = DemoFunnel.Of(await hub.Store.Customers.GetTotalsAsync(call.CancellationToken), await ReasonsAsync());
        var accuracy = DemoAccuracy.Of(await hub.Evaluation.CompareAsync(DemoFiles.PathOf("truth.csv"), call.CancellationToken));
        var ted = await CustomerAsync(TedsEmail);
        var father = await CustomerAsync(FathersEmail);
        return new DemoResult(
            hub.Folder.FullPath,
            apiKey,
            Math.Round(call.Clock.GetElapsedTime(started).TotalSeconds, 1),
            reads,
            funnel,
            accuracy,
            ted,
            father,
            NextSteps.Of(call, hub.Folder, ted, father));
    }

    private async Task<List<DemoRead>> ReadAllAsync()
    {
        await using var stub = await ShopStub.StartAsync(call.CancellationToken);
        var reads = new List<DemoRead>();
        foreach (var request in DemoSources.Of(stub))
        {
            page?.Reading(request.Name, request.ConnectorId);
            var source = await hub.Sources.AddAsync(request, call.CancellationToken);
            using var progress = new ProgressLine(call.Surroundings);
            var run = await hub.Runner.RunAsync(source, new SyncOptions(), progress, call.CancellationToken);
            var read = DemoRead.Of(source.Name, request.ConnectorId, run);
            if (run.Status is not (RunStatus.Succeeded or RunStatus.Partial))
            {
                throw new AdminException(AdminFailure.Failed, $"Source '{read.Source}' could not be read: {read.Error}", next: $"hub --data {hub.Folder.FullPath} sync list");
            }

            reads.Add(read);
        }

        return reads;
    }

    private async Task<List<DemoFunnel.Reason>> ReasonsAsync()
    {
        var reasons = new List<DemoFunnel.Reason>();
        foreach (var source in await hub.Sources.ListAsync(call.CancellationToken))
        {
            var counts = await hub.Store.Quarantine.CountByReasonAsync(source.Id, call.CancellationToken);
            reasons.AddRange(counts.Select(c => new DemoFunnel.Reason(source.Name, c.Reason, c.Count)));
        }

        return reasons;
    }

    private async Task<DemoCustomer> CustomerAsync(string email)
    {
        var found = await hub.Customers.FindByValueAsync("email", email, "US", 1, call.CancellationToken);
        var customer = found.Count > 0
            ? found[0]
            : throw new AdminException(AdminFailure.Failed, "The demo's customer was not found after the sync.", next: "hub customer find --name Brannigan");
        return DemoCustomer.Of(
            await hub.Customers.ShowAsync(customer.Uid, call.CancellationToken),
            await hub.Customers.TimelineAsync(customer.Uid, 0, TimelineMax, call.CancellationToken));
    }
}
