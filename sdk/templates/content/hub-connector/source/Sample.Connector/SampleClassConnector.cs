using System.Runtime.CompilerServices;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json.Linq;

namespace Sample.Connector;

/// <summary>Reads the customers of Sample.Connector.</summary>
[Connector("sample-connector-id", Title = "Sample.Connector", Summary = "Customers of Sample.Connector.")]
public sealed class SampleClassConnector : SourceConnector<SampleClassSettings>
{
    private const string People = "people";

    /// <inheritdoc/>
    protected override async Task<CheckResult> CheckCoreAsync(
        SampleClassSettings settings, ConnectorContext context, CancellationToken cancellationToken)
    {
        using var api = new SampleClassApi(settings, context);
        await api.TryAsync(cancellationToken).ConfigureAwait(false);
        return new CheckResult("Connected; customers can be read.");
    }

    /// <inheritdoc/>
    protected override Task<IReadOnlyList<StreamDescription>> DiscoverCoreAsync(
        SampleClassSettings settings, ConnectorContext context, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<StreamDescription>>(
        [
            // Ordered: the API lists the oldest change first, so a run that was cut off goes on from its last checkpoint.
            // It keeps no list of deleted customers, and a full read shows all there are: what is missing then is gone.
            new(People) { Summary = "Everyone who has an account.", Cursor = CursorKind.Ordered },
        ]);

    /// <inheritdoc/>
    protected override async IAsyncEnumerable<Message> ReadCoreAsync(
        SampleClassSettings settings, ReadRequest request, ConnectorContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (request.For(People) is not { } wanted)
        {
            yield break;
        }

        using var api = new SampleClassApi(settings, context);
        DateTimeOffset? newest = null;
        await foreach (var page in api.CustomersAsync(wanted.Since, (string?)wanted.State?["cursor"], cancellationToken).ConfigureAwait(false))
        {
            foreach (var customer in page.Customers)
            {
                var message = CustomerMapping.Map(People, customer);
                newest = (message as PersonRecord)?.UpdatedAt ?? newest;
                yield return message;
            }

            // All of this page may be committed; the state says where the next page begins. The last page has no next.
            yield return new Checkpoint(People, new JObject { ["cursor"] = page.NextCursor }, newest);
        }

        yield return new StreamCompleted(People);
    }
}
