using IntegrationHub.Sdk.Settings;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Plugins;

/// <summary>Turns the hosts of a manifest into those of one call: what depends on a setting is filled in.</summary>
internal static class PermittedHosts
{
    internal static IReadOnlyList<string>? For(IReadOnlyList<string>? hosts, SettingsSchema schema, JObject settings) => hosts?
        .Select(h => h.StartsWith('{') ? HostIn(h[1..^1], schema, settings) : h)
        .OfType<string>()
        .ToList();

    // A setting that is not given has its default; one that holds no address permits nothing.
    private static string? HostIn(string setting, SettingsSchema schema, JObject settings)
    {
        var text = (string?)(settings.GetValue(setting, StringComparison.OrdinalIgnoreCase) as JValue) ?? schema.Find(setting)?.Default;
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Authority.Length > 0 ? address.Authority : null;
    }
}
