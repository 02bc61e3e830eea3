using System.Text.RegularExpressions;
using IntegrationHub.Plugins.Versions;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Plugins.Manifests;

/// <summary>Reads a <c>connector.json</c> and says everything that is wrong with it, not just the first thing.</summary>
internal static partial class ManifestReader
{
    private const int BytesMax = 64 * 1024;
    private const int DepthMax = 8;
    private const int NameLengthMax = 100;
    private const int ConnectorsMax = 100;
    private const string ProcessIsolation = "process";

    /// <summary>Reads the manifest of a folder.</summary>
    /// <returns>The manifest, or <see langword="null"/> when a reason was added.</returns>
    public static PluginManifest? Read(string folder, List<string> reasons)
    {
        var path = Path.Combine(folder, PluginManifest.FileName);
        if (!File.Exists(path))
        {
            reasons.Add("The folder holds no connector.json. Add one, or remove the folder.");
            return null;
        }

        if (new FileInfo(path).Length > BytesMax)
        {
            reasons.Add($"connector.json is larger than {BytesMax} bytes. Keep only the manifest in it.");
            return null;
        }

        try
        {
            using var reader = new JsonTextReader(new StringReader(File.ReadAllText(path)))
            {
                MaxDepth = DepthMax,
                DateParseHandling = DateParseHandling.None,
            };
            return Check(JObject.Load(reader), reasons);
        }
        catch (JsonException e)
        {
            reasons.Add($"connector.json is not a JSON object: {FirstLine(e.Message)} Mend the file.");
            return null;
        }
    }

    private static PluginManifest? Check(JObject json, List<string> reasons)
    {
        var before = reasons.Count;
        var name = Text(json, "name");
        var version = SemVersion.TryParse(Text(json, "version"));
        var range = VersionRange.TryParse(Text(json, "sdk"));
        var entry = Text(json, "entry");
        var connectors = Connectors(json["connectors"]);

        Expect(!string.IsNullOrWhiteSpace(name) && name.Length <= NameLengthMax && !name.Any(char.IsControl), "name", "a short text");
        Expect(version is not null, "version", "a version such as 1.4.0 or 1.4.0-beta.1");
        Expect(range is not null, "sdk", "comparisons joined by spaces such as >=0.1 <2.0");
        Expect(IsFileName(entry), "entry", "the file name of a .dll in the same folder, without a path");
        Expect(connectors is not null, "connectors", "a list of different ids such as list-file: lower-case words joined by hyphens");
        Expect(TryReadHosts(json["permissions"], out var hosts), "permissions", HostsExpected);
        Expect(json["isolation"] is null || Text(json, "isolation") == ProcessIsolation, "isolation", "\"process\", or nothing");
        return reasons.Count > before
            ? null
            : new PluginManifest
            {
                Name = name!,
                Version = version!,
                Sdk = range!,
                Entry = entry!,
                Connectors = connectors!,
                Hosts = hosts,
                AsksForProcess = json["isolation"] is not null,
            };

        void Expect(bool holds, string field, string expected)
        {
            if (!holds)
            {
                reasons.Add($"connector.json has no usable \"{field}\"; expected {expected}. Mend the file.");
            }
        }
    }

    private static string? Text(JObject json, string name) =>
        json[name] is JValue { Type: JTokenType.String } value ? (string?)value : null;

    private static List<string>? Connectors(JToken? token)
    {
        if (token is not JArray { Count: > 0 and <= ConnectorsMax } array)
        {
            return null;
        }

        var ids = array.Select(item => item is JValue { Type: JTokenType.String } value ? (string)value! : string.Empty).ToList();
        return ids.TrueForAll(id => id.Length <= NameLengthMax && ConnectorId().IsMatch(id)) && ids.Distinct(StringComparer.Ordinal).Count() == ids.Count
            ? ids
            : null;
    }

    private static bool IsFileName(string? entry) =>
        entry is not null
        && entry.Length is > 4 and <= NameLengthMax * 2
        && entry.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)
        && entry.All(c => char.IsLetterOrDigit(c) || c is '.' or '_' or '-')
        && !entry.Contains("..", StringComparison.Ordinal);

    private static string FirstLine(string text) => text.Split('\n', 2)[0].TrimEnd();

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*\\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ConnectorId();
}
