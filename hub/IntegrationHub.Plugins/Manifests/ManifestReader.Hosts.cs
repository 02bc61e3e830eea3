using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Plugins.Manifests;

/// <content>The hosts that a plugin may speak to.</content>
internal static partial class ManifestReader
{
    private const int HostsMax = 100;
    private const string HostsExpected =
        "{ \"hosts\": [...] } with names such as api.shop.example, api.shop.example:8443, *.shop.example, or {url} for the host of the address in setting url";

    /// <summary>Reads <c>permissions.hosts</c>; absent is allowed and limits nothing, an empty list permits no host.</summary>
    private static bool TryReadHosts(JToken? permissions, out IReadOnlyList<string>? hosts)
    {
        hosts = null;
        if (permissions is null)
        {
            return true;
        }

        if (permissions is not JObject { Count: 1 } only || only["hosts"] is not JArray { Count: <= HostsMax } array)
        {
            return false;
        }

        hosts = array.Select(item => item is JValue { Type: JTokenType.String } value ? (string)value! : string.Empty).ToList();
        return hosts.All(h => h.Length <= 255 && HostPattern().IsMatch(h));
    }

    // Of a wildcard at least two labels follow: *.example would be half the internet.
    [GeneratedRegex(
        @"^((\*\.[a-z0-9-]+(\.[a-z0-9-]+)+)|([a-z0-9-]+(\.[a-z0-9-]+)*(:[0-9]{1,5})?)|(\{[a-zA-Z0-9]+\}))\z",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex HostPattern();
}
