using System.Runtime.CompilerServices;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json.Linq;

namespace RestConnector;

/// <summary>Reads the guests and bookings of a small hotel's system over REST.</summary>
[Connector("sample-bookings", Title = "Bookings", Summary = "Guests and bookings of a small hotel.")]
public sealed class BookingsConnector : SourceConnector<BookingsSettings>
{
    // <check>
    /// <inheritdoc/>
    protected override async Task<CheckResult> CheckCoreAsync(
        BookingsSettings settings, ConnectorContext context, CancellationToken cancellationToken)
    {
        using var api = new BookingsApi(settings, context);
        await api.TryAsync(cancellationToken).ConfigureAwait(false);
        return new CheckResult("Connected; guests and bookings can be read.");
    }

    // </check>
    // <discover>
    /// <inheritdoc/>
    protected override Task<IReadOnlyList<StreamDescription>> DiscoverCoreAsync(
        BookingsSettings settings, ConnectorContext context, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<StreamDescription>>(
        [
            new(BookingMapping.Guests) { Summary = "Everyone who ever booked.", Cursor = CursorKind.Ordered },
            new(BookingMapping.Bookings) { Summary = "Bookings of the last two years.", Cursor = CursorKind.Ordered, FullReadShowsDeletions = false },
        ]);

    // </discover>
    // <read>
    /// <inheritdoc/>
    protected override async IAsyncEnumerable<Message> ReadCoreAsync(
        BookingsSettings settings, ReadRequest request, ConnectorContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var api = new BookingsApi(settings, context);
        foreach (var stream in request.Streams)
        {
            DateTimeOffset? newest = null;
            var pages = api.PagesAsync(stream.Stream, stream.Since, (string?)stream.State?["cursor"], cancellationToken);
            await foreach (var page in pages.ConfigureAwait(false))
            {
                foreach (var item in BookingsApi.RecordsOf(page))
                {
                    newest = BookingMapping.ChangedAt(item) ?? newest;
                    yield return BookingMapping.Map(stream.Stream, item);
                }

                yield return new Checkpoint(stream.Stream, new JObject { ["cursor"] = BookingsApi.Next(page.Body) }, newest);
            }

            yield return new StreamCompleted(stream.Stream);
        }
    }

    // </read>
}
