namespace IntegrationHub.Cli.Demo;

/// <summary>Where the demo shop's data lies: beside the program.</summary>
internal static class DemoFiles
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "samples", "00-demo-shop", "data");

    /// <summary>Gets the path of a file.</summary>
    public static string PathOf(string name) => Path.Combine(Folder, name);
}
