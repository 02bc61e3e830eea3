using System.Runtime.CompilerServices;
using System.Text;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Plugins.Bridges.Singer;

/// <summary>A Singer tap as a program: its two ways to be called.</summary>
internal sealed class SingerProgram
{
    private readonly ProgramCall _call;
    private readonly SingerSettings _settings;

    internal SingerProgram(SingerSettings settings, ConnectorContext context)
    {
        _call = new ProgramCall(settings, context);
        _settings = settings;
        Config = new ConfigKeeper(context, _call.Name, settings.Config);
    }

    internal string Name => _call.Name;

    internal ConfigKeeper Config { get; }

    /// <summary>Runs the tap with <c>--discover</c>.</summary>
    /// <exception cref="ConnectorException">It gave no catalog.</exception>
    internal async Task<SingerCatalog> DiscoverAsync(IReadOnlyDictionary<string, string> cursors, CancellationToken cancellationToken)
    {
        using var folder = new PrivateFolder();
        var config = folder.Write("config.json", Config.Text);
        var text = new StringBuilder();
        var (exit, words) = await ProgramAnswer.RunAsync(_call, ["--config", config, "--discover"], Take, cancellationToken);
        await Config.TakeFileAsync(config);
        if (!exit.IsSuccess)
        {
            Complaint[] complaints = words is null ? [] : [new Complaint(FailureKind.Defect, Config.Safe().Of(words), null)];
            throw Failures.NoAnswer(Name, "--discover", complaints, exit);
        }

        return SingerCatalog.Read(Name, text.ToString(), cursors);

        void Take(ReadOnlyMemory<byte> line)
        {
            text.Append(Encoding.UTF8.GetString(line.Span)).Append('\n');
            if (text.Length > BridgeLimits.CatalogBytesMax)
            {
                throw ConnectorException.Defect($"The catalog of program '{Name}' is longer than {BridgeLimits.CatalogBytesMax} characters.");
            }
        }
    }

    /// <summary>Runs the tap.</summary>
    internal async IAsyncEnumerable<Message> ReadAsync(
        SingerSession session, string catalog, string? state, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var folder = new PrivateFolder();
        var config = folder.Write("config.json", Config.Text);
        List<string> arguments =
            ["--config", config, _settings.Properties ? "--properties" : "--catalog", folder.Write("catalog.json", catalog)];
        if (state is not null)
        {
            arguments.AddRange(["--state", folder.Write("state.json", state)]);
        }

        try
        {
            await foreach (var message in ProgramReader.ReadAsync(
                _call, arguments, session, Config.MergeAsync, _settings.Silence, cancellationToken))
            {
                yield return message;
            }
        }
        finally
        {
            // A tap may write its file anew while it runs, also in a run that fails or is stopped.
            await Config.TakeFileAsync(config);
        }
    }
}
