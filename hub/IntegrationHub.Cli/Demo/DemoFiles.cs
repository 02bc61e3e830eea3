using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Cli.Demo;

/// <summary>Where the demo shop's data lies: beside the program.</summary>
internal static class DemoFiles
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "samples", "00-demo-shop", "data");

    /// <summary>Gets the path of a file.</summary>
    public static string PathOf(string name) => Path.Combine(Folder, name);

    /// <summary>Reads one of the shop's files as the text it is: dates stay texts, amounts stay exact.</summary>
    public static JArray Read(string name)
    {
        using var reader = new JsonTextReader(File.OpenText(PathOf(name))) { DateParseHandling = DateParseHandling.None, FloatParseHandling = FloatParseHandling.Decimal };
        return JArray.Load(reader);
    }
}
