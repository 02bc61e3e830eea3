using IntegrationHub.Sync.Receiving;
using Microsoft.Extensions.Hosting;

namespace IntegrationHub.Server.Collecting;

/// <summary>Begins and ends receiving with the server. It is told to stop after Kestrel, so every request is answered by then.</summary>
internal sealed class ReceivingService(SourceReceivers receivers) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        receivers.SettleSoon();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => receivers.DisposeAsync().AsTask();
}
