using IntegrationHub.Tests.Support;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Bridges.Tests;

/// <summary>The settings for the programs in <c>Programs</c>.</summary>
internal static class Programs
{
    /// <summary>The source made with the Faros kit.</summary>
    public static JObject Faros(JObject config) => new()
    {
        ["command"] = new JArray(Counterparts.Program("node"), PathOf("faros-source.js")),
        ["environment"] = new JArray($"FAROS_CDK={Counterparts.Npm("faros-airbyte-cdk")}"),
        ["config"] = config.ToString(Formatting.None),
    };

    /// <summary>The tap. Debian's own Python, since that one has the libraries.</summary>
    public static JObject Tap(JObject config) => new()
    {
        ["command"] = new JArray("/usr/bin/python3", PathOf("tap.py")),
        ["environment"] = new JArray("PYTHONPATH"),
        ["config"] = config.ToString(Formatting.None),
    };

    /// <summary>The source without a kit.</summary>
    public static JObject Plain(string kind, JObject config) => new()
    {
        ["command"] = new JArray("/usr/bin/python3", PathOf("source.py")),
        ["config"] = new JObject(config) { ["kind"] = kind }.ToString(Formatting.None),
    };

    private static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "Programs", name);
}
