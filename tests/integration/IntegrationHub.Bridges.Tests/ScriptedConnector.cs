using System.Runtime.CompilerServices;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Bridges.Tests;

/// <summary>A connector of the hub that says what a test wants, and remembers what it was asked.</summary>
[Connector("scripted")]
internal sealed class ScriptedConnector(CursorKind cursor, Func<ScriptedSettings, ConnectorContext, IAsyncEnumerable<Message>> say) : SourceConnector<ScriptedSettings>
{
    public List<StreamRequest> Requests { get; } = [];

    protected override Task<CheckResult> CheckCoreAsync(ScriptedSettings settings, ConnectorContext context, CancellationToken cancellationToken)
    {
        context.Logger.Log(LogLevel.Warning, 0, $"Trying {settings.Token!.Reveal()}", null, static (text, _) => text);
        throw ConnectorException.Configuration("token", $"Refused {Uri.EscapeDataString(settings.Token.Reveal())} of ada@example.com.");
    }

    protected override Task<IReadOnlyList<StreamDescription>> DiscoverCoreAsync(
        ScriptedSettings settings, ConnectorContext context, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<StreamDescription>>([new StreamDescription("all") { Cursor = cursor, Overlap = TimeSpan.FromHours(1) }]);

    protected override async IAsyncEnumerable<Message> ReadCoreAsync(
        ScriptedSettings settings, ReadRequest request, ConnectorContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Requests.AddRange(request.Streams);
        await foreach (var message in say(settings, context))
        {
            yield return message;
        }
    }
}
