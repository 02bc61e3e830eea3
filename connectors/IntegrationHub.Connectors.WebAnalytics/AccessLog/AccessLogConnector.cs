using System.Globalization;
using System.Runtime.CompilerServices;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Connectors.WebAnalytics.AccessLog;

/// <summary>Reads visits and user names out of the access logs of Apache and nginx.</summary>
[Connector("web-accesslog", Title = "Access logs", Summary = "Visits and user names from Apache and nginx access logs, rotated and gzipped ones too.")]
public sealed class AccessLogConnector : SourceConnector<AccessLogSettings>
{
    private const string Visits = "visits";

    /// <inheritdoc/>
    protected override async Task<CheckResult> CheckCoreAsync(
        AccessLogSettings settings, ConnectorContext context, CancellationToken cancellationToken)
    {
        var logs = LogFinder.Find(settings.Path, context.BaseDirectory);
        var figures = await Task.Run(() => LogFigures.Of(logs, cancellationToken), cancellationToken).ConfigureAwait(false);
        if (figures.Valid == 0 && figures.Failed > 0)
        {
            throw ConnectorException.Configuration(
                "path", $"None of the {figures.Failed} lines is one of an access log.", "Expected is the common or the combined format of Apache or nginx.");
        }

        var warnings = new List<string>();
        if (figures.Failed > 0)
        {
            warnings.Add(string.Create(CultureInfo.InvariantCulture, $"{figures.Failed} lines are not of an access log; they will be set aside."));
        }

        if (figures.Users == 0)
        {
            warnings.Add("No line names a logged-in user, so there will be visits but no people.");
        }

        return new CheckResult(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{logs.Sum(l => l.Files.Count)} files, {figures.Valid} requests ({figures.OfBots} of bots), {figures.Visitors} visitors a day added up, {figures.Missing} different requests not found, {figures.Bytes} bytes, {figures.Users} users."),
            warnings);
    }

    /// <inheritdoc/>
    protected override Task<IReadOnlyList<StreamDescription>> DiscoverCoreAsync(
        AccessLogSettings settings, ConnectorContext context, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<StreamDescription>>(
        [
            Describe(VisitRecords.People, "One person per user name that logged in by the web server."),
            Describe(Visits, "Visits that have ended, anonymous ones too where wanted."),
        ]);

    /// <inheritdoc/>
    protected override async IAsyncEnumerable<Message> ReadCoreAsync(
        AccessLogSettings settings, ReadRequest request, ConnectorContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // The files are read synchronously; the caller's thread is given back first.
        await Task.Yield();
        var reader = new AccessLogReader(settings, LogFinder.Find(settings.Path, context.BaseDirectory), request.StartedAt);
        foreach (var stream in request.Streams)
        {
            var messages = stream.Stream switch
            {
                VisitRecords.People => reader.ReadPeople(stream, cancellationToken),
                Visits => reader.ReadVisits(stream, cancellationToken),
                _ => throw ConnectorException.Defect($"There is no stream '{stream.Stream}'; expected {VisitRecords.People} or {Visits}."),
            };
            foreach (var message in messages)
            {
                yield return message;
            }
        }
    }

    // Web servers throw old logs away, so what a full read does not show is not gone. The position in the logs tells what is new, no time does.
    private static StreamDescription Describe(string name, string summary) => new(name)
    {
        Summary = summary,
        Cursor = CursorKind.Ordered,
        Overlap = TimeSpan.Zero,
        FullReadShowsDeletions = false,
    };
}
