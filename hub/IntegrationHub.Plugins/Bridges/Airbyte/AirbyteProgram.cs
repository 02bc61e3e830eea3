using System.Runtime.CompilerServices;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Plugins.Bridges.Airbyte;

/// <summary>An Airbyte source as a program: its commands.</summary>
internal sealed class AirbyteProgram
{
    private readonly ProgramCall _call;
    private readonly TimeSpan _silence;

    internal AirbyteProgram(AirbyteSettings settings, ConnectorContext context)
    {
        _call = new ProgramCall(settings, context);
        _silence = settings.Silence;
        Config = new ConfigKeeper(context, _call.Name, settings.Config);
    }

    internal string Name => _call.Name;

    internal ConfigKeeper Config { get; }

    /// <summary>Runs <c>check</c>.</summary>
    /// <exception cref="ConnectorException">The source cannot connect, or gave no answer.</exception>
    internal async Task CheckAsync(CancellationToken cancellationToken)
    {
        var answer = await AskAsync("check", AirbyteKind.ConnectionStatus, cancellationToken);
        if (JsonLine.FindText(answer, "status"u8)?.ToUpperInvariant() != "SUCCEEDED")
        {
            var words = Config.Safe().Of(JsonLine.FindText(answer, "message"u8) ?? "no reason given");
            throw ConnectorException.Configuration(
                ConfigText.Setting, $"Program '{Name}' cannot connect: {words.TrimEnd('.')}.", "Change it with: hub source set NAME --set-file config=FILE");
        }
    }

    /// <summary>Runs <c>discover</c>.</summary>
    /// <returns>The streams by their name in the hub.</returns>
    /// <exception cref="ConnectorException">The source gave no catalog.</exception>
    internal async Task<Dictionary<string, AirbyteStream>> DiscoverAsync(
        IReadOnlyDictionary<string, string> cursors, CancellationToken cancellationToken)
    {
        var streams = new Dictionary<string, AirbyteStream>(StringComparer.Ordinal);
        foreach (var stream in AirbyteCatalog.Read(await AskAsync("discover", AirbyteKind.Catalog, cancellationToken), cursors))
        {
            if (!streams.TryAdd(stream.HubName, stream))
            {
                throw ConnectorException.Defect($"Program '{Name}' offers stream '{stream.HubName}' twice.");
            }
        }

        return streams;
    }

    /// <summary>Runs <c>read</c>.</summary>
    internal async IAsyncEnumerable<Message> ReadAsync(
        AirbyteSession session, IReadOnlyList<AirbyteStream> streams, string? state, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var folder = new PrivateFolder();
        List<string> arguments =
        [
            "read",
            "--config", folder.Write("config.json", Config.Text),
            "--catalog", folder.Write("catalog.json", ConfiguredCatalog.Write(streams)),
        ];
        if (state is not null)
        {
            arguments.AddRange(["--state", folder.Write("state.json", state)]);
        }

        await foreach (var message in ProgramReader.ReadAsync(
            _call, arguments, session, Config.MergeAsync, _silence, cancellationToken))
        {
            yield return message;
        }
    }

    private async Task<ReadOnlyMemory<byte>> AskAsync(string command, AirbyteKind wanted, CancellationToken cancellationToken)
    {
        using var folder = new PrivateFolder();
        var parser = new AirbyteParser();
        var complaints = new List<Complaint>();
        ReadOnlyMemory<byte> answer = default;
        var changes = new List<string>();
        string[] arguments = [command, "--config", folder.Write("config.json", Config.Text)];
        var (exit, words) = await ProgramAnswer.RunAsync(_call, arguments, Take, cancellationToken);
        foreach (var change in changes)
        {
            await Config.MergeAsync(change);
        }

        if (words is not null)
        {
            complaints.Add(new Complaint(FailureKind.Defect, Config.Safe().Of(words), null));
        }

        return answer.IsEmpty ? throw Failures.NoAnswer(Name, command, complaints, exit) : answer;

        void Take(ReadOnlyMemory<byte> line)
        {
            if (!parser.TryParse(line))
            {
                return;
            }

            if (parser.Kind == wanted)
            {
                answer = parser.Body.ToArray();
            }
            else if (parser.Kind == AirbyteKind.Trace && JsonLine.Find(parser.Body, "error"u8) is { IsEmpty: false } error)
            {
                complaints.Add(new Complaint(
                    Failures.KindOf(JsonLine.FindText(error, "failure_type"u8)),
                    Config.Safe().Of(JsonLine.FindText(error, "message"u8) ?? "an error without words"),
                    null));
            }
            else if (parser.Kind == AirbyteKind.Control
                && KeptState.TextOf(JsonLine.Find(JsonLine.Find(parser.Body, "connectorConfig"u8), "config"u8)) is { Length: > 0 } change)
            {
                changes.Add(change);
            }
        }
    }
}
