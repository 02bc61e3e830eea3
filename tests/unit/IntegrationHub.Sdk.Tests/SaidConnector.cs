using System.Runtime.CompilerServices;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Sdk.Tests;

/// <summary>Offers and says what a test hands in.</summary>
[Connector("said")]
internal sealed class SaidConnector : SourceConnector<PlainSettings>
{
    public IReadOnlyList<StreamDescription> Streams { get; init; } = [];

    public IReadOnlyList<Message> Says { get; init; } = [];

    protected override Task<CheckResult> CheckCoreAsync(
        PlainSettings settings, ConnectorContext context, CancellationToken cancellationToken) =>
        Task.FromResult(new CheckResult($"Connected as {settings.Name}."));

    protected override Task<IReadOnlyList<StreamDescription>> DiscoverCoreAsync(
        PlainSettings settings, ConnectorContext context, CancellationToken cancellationToken) => Task.FromResult(Streams);

    protected override async IAsyncEnumerable<Message> ReadCoreAsync(
        PlainSettings settings, ReadRequest request, ConnectorContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var message in Says)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
            yield return message;
        }
    }
}
