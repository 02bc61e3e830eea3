using System.Runtime.CompilerServices;
using IntegrationHub.Connectors.Lists.Files;
using IntegrationHub.Connectors.Lists.Mapping;
using IntegrationHub.Connectors.Lists.Origin;
using IntegrationHub.Connectors.Lists.Reading;
using IntegrationHub.Connectors.Lists.Suppression;
using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json;

namespace IntegrationHub.Connectors.Lists;

/// <summary>Reads people out of CSV, TSV, JSONL, workbook, vCard and LDIF files.</summary>
[Connector("list-file", Title = "List files", Summary = "Reads people from CSV, TSV, JSON lines, Excel, vCard and LDIF files.")]
public sealed class ListFileConnector : SourceConnector<ListFileSettings>
{
    private const string People = "people";

    /// <inheritdoc/>
    protected override Task<CheckResult> CheckCoreAsync(
        ListFileSettings settings, ConnectorContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(context);

        _ = FinisherOf(settings);
        var (opener, mapping, files) = Open(settings, context);
        var result = new ListCheck(opener, files, mapping is not null).Run(cancellationToken);
        return Task.FromResult(result);
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
                FullReadShowsDeletions = true,
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

        var (opener, mapping, files) = Open(settings, context);
        var state = ReadState.Load(people.State, files, FingerprintOf(settings, mapping));
        var run = new ListRun(opener, FinisherOf(settings), files, state, People, context.Logger);
        await foreach (var message in run.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return message;
        }
    }

    private static (ListOpener Opener, MappingDocument? Mapping, List<FoundFile> Files) Open(ListFileSettings settings, ConnectorContext context)
    {
        var mapping = MappingReader.Read(settings.Mapping, context.BaseDirectory);
        var opener = new ListOpener(settings, mapping, People, context.Clock.GetUtcNow());
        return (opener, mapping, FileFinder.Find(settings.Path, context.BaseDirectory, settings.Format));
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
        mapping?.ToJson().ToString(Formatting.None) ?? string.Empty);
}
