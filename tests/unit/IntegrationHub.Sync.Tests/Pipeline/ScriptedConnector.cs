using System.Runtime.CompilerServices;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Sync.Tests.Pipeline;

/// <summary>A connector that says what a test tells it to say.</summary>
[Connector("scripted")]
public sealed class ScriptedConnector : SourceConnector<ScriptedSettings>
{
    public List<StreamDescription> Streams { get; } = [];

    public Func<ReadRequest, IEnumerable<Message>> Script { get; set; } = _ => [];

    public List<ReadRequest> Requests { get; } = [];

    protected override Task<CheckResult> CheckCoreAsync(
        ScriptedSettings settings, ConnectorContext context, CancellationToken cancellationToken) =>
        Task.FromResult(new CheckResult("fine"));

    protected override Task<IReadOnlyList<StreamDescription>> DiscoverCoreAsync(
        ScriptedSettings settings, ConnectorContext context, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<StreamDescription>>(Streams);

    protected override async IAsyncEnumerable<Message> ReadCoreAsync(
        ScriptedSettings settings,
        ReadRequest request,
        ConnectorContext context,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Requests.Add(request);
        foreach (var message in Script(request))
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            yield return message;
        }
    }
}
