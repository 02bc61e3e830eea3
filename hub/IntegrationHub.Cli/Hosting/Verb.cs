using System.CommandLine;

namespace IntegrationHub.Cli.Hosting;

/// <summary>One verb of the command line: its words, and what it does.</summary>
internal abstract class Verb : Command
{
    protected Verb(string name, string description, params IReadOnlyList<string> examples)
        : base(name, description)
    {
        Examples = examples;

        // Marks the verb as complete; HubCommandLine runs it itself, with what is around the call.
        SetAction(Misused);
    }

    /// <summary>Gets the examples at the foot of the help.</summary>
    public IReadOnlyList<string> Examples { get; }

    /// <summary>Gets what the verb does with the data folder.</summary>
    public abstract FolderUse FolderUse { get; }

    /// <summary>Does it.</summary>
    /// <param name="call">The parsed command line and everything around it.</param>
    /// <returns>The exit code.</returns>
    public abstract Task<int> RunAsync(Call call);

    private static int Misused(ParseResult parsed) => throw new InvalidOperationException("A verb is run by HubCommandLine.");
}
