// <connector>
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;

namespace HelloConnector;

[Connector("sample-hello", Title = "Hello", Summary = "Gives the people whose names it is told.")]
public sealed class HelloConnector : SourceConnector<HelloSettings>
{
    protected override Task<CheckResult> CheckCoreAsync(
        HelloSettings settings, ConnectorContext context, CancellationToken cancellationToken) =>
        Task.FromResult(new CheckResult($"There are {settings.Names.Count} names to greet."));

    protected override Task<IReadOnlyList<StreamDescription>> DiscoverCoreAsync(
        HelloSettings settings, ConnectorContext context, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<StreamDescription>>([new StreamDescription("people")]);

    protected override IAsyncEnumerable<Message> ReadCoreAsync(
        HelloSettings settings, ReadRequest request, ConnectorContext context, CancellationToken cancellationToken) =>
        settings.Names.Distinct(StringComparer.Ordinal)
            .Select(Message (name) => new PersonRecord("people", key: name).Add(PersonFields.NameFull, name))
            .Append(new StreamCompleted("people"))
            .ToAsyncEnumerable();
}

// </connector>
