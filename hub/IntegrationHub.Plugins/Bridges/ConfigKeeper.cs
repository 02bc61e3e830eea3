using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Settings;
using Newtonsoft.Json;

namespace IntegrationHub.Plugins.Bridges;

/// <summary>The program's configuration while it is used: programs may change it, such as a token that works once.</summary>
internal sealed class ConfigKeeper
{
    private readonly ConnectorContext _context;
    private readonly string _program;
    private readonly string _first;

    /// <summary>Takes the configuration as the settings give it.</summary>
    /// <exception cref="ConnectorException">It is no JSON object, or too long.</exception>
    internal ConfigKeeper(ConnectorContext context, string program, Secret? config)
    {
        _context = context;
        _program = program;
        _first = config?.Reveal() ?? "{}";
        Text = _first;
        ConfigText.Parse(_first);
    }

    /// <summary>Gets the configuration as text, as the program is given it.</summary>
    internal string Text { get; private set; }

    /// <summary>Makes what keeps secrets out of messages. What the configuration held before stays hidden too.</summary>
    internal SafeText Safe() => new(ConfigText.Parse(_first), ConfigText.Parse(Text));

    /// <summary>Lays the properties that a program sent over the configuration, and keeps the result.</summary>
    internal Task MergeAsync(string changes)
    {
        var merged = ConfigText.Parse(Text);
        foreach (var property in (ConfigText.TryParse(changes) ?? []).Properties())
        {
            merged[property.Name] = property.Value;
        }

        return ReplaceAsync(merged.ToString(Formatting.None));
    }

    /// <summary>Keeps what a program made of its file, when it is still a configuration.</summary>
    internal async Task TakeFileAsync(string path)
    {
        var written = File.Exists(path) && new FileInfo(path).Length <= BridgeLimits.ConfigBytesMax
            ? await File.ReadAllTextAsync(path, CancellationToken.None)
            : Text;
        if (written != Text && ConfigText.TryParse(written) is not null)
        {
            await ReplaceAsync(written);
        }
    }

    // Not to be given up half way: the old token may be worth nothing any more.
    private async Task ReplaceAsync(string config)
    {
        if (config == Text)
        {
            return;
        }

        Text = config;
        await _context.Credentials.StoreAsync(ConfigText.Setting, new Secret(config), CancellationToken.None);
        Log.ConfigChanged(_context.Logger, _program);
    }
}
