using System.CommandLine;
using IntegrationHub.Cli.Hosting;
using IntegrationHub.Plugins.Bridges.Serving;
using IntegrationHub.Sync.Admin;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Cli.Verbs;

/// <summary><c>hub airbyte CONNECTOR COMMAND</c>: a connector of the hub as an Airbyte source.</summary>
internal sealed class AirbyteVerb : Verb
{
    private const int FileBytesMax = 64 * 1024 * 1024;

    private readonly Argument<string> _connector = new("CONNECTOR") { Description = "The id of a connector that the hub reads from." };
    private readonly Argument<string> _command = new("COMMAND") { Description = "spec, check, discover or read." };
    private readonly Option<string?> _config = FileOption("--config", "The settings of the connector as a JSON object.");
    private readonly Option<string?> _catalog = FileOption("--catalog", "What to read: a configured catalog.");
    private readonly Option<string?> _state = FileOption("--state", "The states that the last run wrote.");

    public AirbyteVerb()
        : base(
            "airbyte",
            "Run a connector as an Airbyte source. The output holds messages of the protocol and nothing else; needs no data folder.",
            "hub airbyte list-file spec",
            "hub airbyte list-file check --config config.json",
            "hub airbyte list-file read --config config.json --catalog catalog.json --state state.json")
    {
        _command.AcceptOnlyFromAmong("spec", "check", "discover", "read");
        Add(_connector);
        Add(_command);
        Add(_config);
        Add(_catalog);
        Add(_state);
    }

    public override FolderUse FolderUse => FolderUse.None;

    public override async Task<int> RunAsync(Call call)
    {
        // Not the console's own writer: its encoding and its line ends are the system's. And what a plugin prints is no message.
        await using var output = Console.OpenStandardOutput();
        Console.SetOut(Console.Error);
        var catalog = HubServices.NewCatalog(call.FolderIfNamed, NullLoggerFactory.Instance, call.Clock);
        await using var connector = await catalog.OpenAsync(call.Value(_connector), call.CancellationToken);
        if (!connector.IsPull)
        {
            throw new AdminException(AdminFailure.WrongUse, $"Connector '{connector.Description.Id}' receives pushed requests; it cannot be an Airbyte source.");
        }

        using var source = new AirbyteSource(connector, output, call.Surroundings.WorkingDirectory, call.Clock);
        return call.Value(_command) switch
        {
            "spec" => source.Spec(),
            "check" => await source.CheckAsync(Read(call, _config), call.CancellationToken),
            "discover" => await source.DiscoverAsync(Read(call, _config), call.CancellationToken),
            _ => await source.ReadAsync(
                Read(call, _config), Read(call, _catalog), call.Value(_state) is null ? null : Read(call, _state), call.CancellationToken),
        };
    }

    private static Option<string?> FileOption(string name, string description) => new(name) { Description = description, HelpName = "FILE" };

    private static string Read(Call call, Option<string?> option)
    {
        var named = call.Value(option) ?? throw new AdminException(AdminFailure.WrongUse, $"Option {option.Name} is missing.", $"{option.Name} FILE");
        var file = new FileInfo(call.PathOf(named));
        return !file.Exists ? throw new AdminException(AdminFailure.WrongUse, $"There is no file '{file.FullName}'.")
            : file.Length > FileBytesMax ? throw new AdminException(AdminFailure.WrongUse, $"File '{file.FullName}' is too large.", $"at most {FileBytesMax} bytes")
            : File.ReadAllText(file.FullName);
    }
}
