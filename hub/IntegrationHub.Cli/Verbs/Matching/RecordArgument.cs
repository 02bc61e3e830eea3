using System.CommandLine;

namespace IntegrationHub.Cli.Verbs.Matching;

/// <summary>The argument that names a record.</summary>
internal static class RecordArgument
{
    public static Argument<string> New(string name) => new(name) { Description = "A record, as source/stream/key." };
}
