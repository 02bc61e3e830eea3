using System.CommandLine;

namespace IntegrationHub.Cli.Verbs;

/// <summary>The argument that names a source, with completion.</summary>
internal static class SourceArgument
{
    public static Argument<string> New(IReadOnlyList<string> names)
    {
        var argument = new Argument<string>("NAME") { Description = "The source's name." };
        argument.CompletionSources.Add(_ => names);
        return argument;
    }
}
