namespace IntegrationHub.Sdk.Tests;

[Connector("echo", Title = "Echo", Summary = "Answers.")]
internal sealed class EchoReceiver : ReceiverConnector<PlainSettings>
{
    protected override ValueTask<ReceivedResult> ReceiveCoreAsync(
        PlainSettings settings, ReceivedRequest request, ConnectorContext context, CancellationToken cancellationToken) =>
        ValueTask.FromResult(new ReceivedResult(202, settings.Name, []));
}
