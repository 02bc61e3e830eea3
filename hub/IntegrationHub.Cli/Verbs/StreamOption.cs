using System.CommandLine;

namespace IntegrationHub.Cli.Verbs;

/// <summary>The option that names one stream.</summary>
internal static class StreamOption
{
    public static Option<string?> New(string description, bool isRequired = false) =>
        new("--stream") { Description = description, HelpName = "S", Required = isRequired };
}
