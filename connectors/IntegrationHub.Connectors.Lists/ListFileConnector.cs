using System.Runtime.CompilerServices;
using IntegrationHub.Connectors.Lists.Files;
using IntegrationHub.Connectors.Lists.Mapping;
using IntegrationHub.Connectors.Lists.Origin;
using IntegrationHub.Connectors.Lists.Places;
using IntegrationHub.Connectors.Lists.Reading;
using IntegrationHub.Connectors.Lists.Suppression;
using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json;

namespace IntegrationHub.Connectors.Lists;

/// <summary>Reads people out of CSV, TSV, JSON, workbook, vCard and LDIF files.</summary>
[Connector("list-file", Title = "List files", Summary = "Reads people from CSV, TSV, JSON, Excel, vCard and LDIF files.")]
public sealed class ListFileConnector : SourceConnector<ListFileSettings>
{
    private const string People = "people";

    /// <inheritdoc/>
    protected override async Task<CheckResult> CheckCoreAsync(
        ListFileSettings settings, ConnectorContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(context);

        _ = FinisherOf(settings);
        var mapping = MappingReader.Read(settings.Mapping, context.BaseDirectory);
        using var place = ListPlaces.Of(settings, context);
        var files = await place.ListAsync(static _ => null, cancellationToken).ConfigureAwait(false);
        return await new ListCheck(OpenerOf(settings, mapping, context), place, files, mapping is not null).RunAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    protected override Task<IReadOnlyList<StreamDescription>> DiscoverCoreAsync(
        ListFileSettings settings, ConnectorContext context, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<StreamDescription>>(
        [
            new StreamDescription(People)
            {
                Summary = "One person per row, object or card.",
                Cursor = CursorKind.Ordered,
                Overlap = TimeSpan.Zero,
                FullReadShowsDeletions = !settings.KeepGone,
            },
        ]);

    /// <inheritdoc/>
    protected override async IAsyncEnumerable<Message> ReadCoreAsync(
        ListFileSettings settings,
        ReadRequest request,
        ConnectorContext context,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(context);

        if (request.For(People) is not { } people)
        {
            yield break;
        }

        var mapping = MappingReader.Read(settings.Mapping, context.BaseDirectory);
        var fingerprint = FingerprintOf(settings, mapping);
        using var place = ListPlaces.Of(settings, context);
        var files = await place.ListAsync(ReadState.KnownIn(people.State, fingerprint), cancellationToken).ConfigureAwait(false);
        files = Settled(files, settings, people.Mode, context);
        var state = ReadState.Load(people.State, files, fingerprint);
        var run = new ListRun(OpenerOf(settings, mapping, context), place, FinisherOf(settings), files, state, People, context.Logger);
        await foreach (var message in run.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return message;
        }
    }

    private static ListOpener OpenerOf(ListFileSettings settings, MappingDocument? mapping, ConnectorContext context) =>
        new(settings, mapping, People, context.Clock.GetUtcNow());

    // A file that is left alone comes with the next run. A full read must see every file, or what is in it would count as gone.
    private static List<FoundFile> Settled(List<FoundFile> files, ListFileSettings settings, SyncMode mode, ConnectorContext context)
    {
        var now = context.Clock.GetUtcNow();
        var fresh = files.FindAll(f => HalfWritten.ByTime(f, now, settings.SettleSeconds));
        if (fresh.Count == 0)
        {
            return files;
        }

        if (mode == SyncMode.Full && !settings.KeepGone)
        {
            throw ConnectorException.Transient(
                $"'{fresh[0].Name}' changed less than {settings.SettleSeconds} seconds ago; a full read needs every file.", TimeSpan.FromSeconds(settings.SettleSeconds));
        }

        Log.LeftAlone(context.Logger, fresh.Count, settings.SettleSeconds);
        return [.. files.Except(fresh)];
    }

    // What is done to every message of a file, whatever its format.
    private static Func<Message, FoundFile, Message> FinisherOf(ListFileSettings settings)
    {
        var origin = new ListOrigin(settings);
        if (settings.Kind != ListKind.Suppression)
        {
            return origin.Stamp;
        }

        var entries = new SuppressionEntries(settings.Channels);
        return (message, file) => origin.Stamp(entries.Of(message), file);
    }

    // A place in a file means the same only as long as the file is cut and mapped the same way.
    private static string FingerprintOf(ListFileSettings settings, MappingDocument? mapping) => ReadState.FingerprintOf(
        "2",
        settings.Path,
        settings.Format.ToString(),
        settings.Delimiter,
        settings.Encoding,
        settings.HasHeader.ToString(),
        settings.Region,
        settings.Sheet,
        settings.List,
        settings.Supplier,
        settings.Licence,
        settings.LawfulBasis.ToString(),
        settings.ObtainedAt,
        settings.Kind.ToString(),
        settings.Channels,
        settings.Endpoint,
        mapping?.ToJson().ToString(Formatting.None) ?? string.Empty);
}
