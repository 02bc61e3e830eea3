using System.CommandLine;
using System.CommandLine.Invocation;
using IntegrationHub.Cli.Printing;

namespace IntegrationHub.Cli.Hosting;

/// <summary>Runs one command line, whether a process was started for it or a server got it over the relay.</summary>
internal static class HubCommandLine
{
    private static readonly ParserConfiguration Parser = new() { ResponseFileTokenReplacer = null };

    public static async Task<int> RunAsync(string[] arguments, Surroundings surroundings, CancellationToken cancellationToken)
    {
        var sourceNames = arguments is [['[', 's', 'u', 'g', 'g', 'e', 's', 't', ..], ..]
            ? await SourceNames.ReadAsync(arguments, surroundings, cancellationToken)
            : [];
        var root = CommandTree.Build(sourceNames);
        var parsed = root.Parse(arguments, Parser);
        if (parsed.Action is ParseErrorAction)
        {
            return WrongUse(parsed, surroundings);
        }

        if (parsed.CommandResult.Command is Verb verb && ReferenceEquals(parsed.Action, verb.Action))
        {
            return await new VerbRunner(verb, parsed, arguments, surroundings).RunAsync(cancellationToken);
        }

        // Help, version, completion.
        return await parsed.InvokeAsync(
            new InvocationConfiguration { Output = surroundings.Out, Error = surroundings.Error, ProcessTerminationTimeout = null },
            cancellationToken);
    }

    private static int WrongUse(ParseResult parsed, Surroundings surroundings)
    {
        var words = new List<string>();
        for (var result = parsed.CommandResult; result is not null; result = result.Parent as System.CommandLine.Parsing.CommandResult)
        {
            words.Insert(0, result.Command.Name);
        }

        var output = new Output(surroundings, parsed.Tokens.Any(t => t.Value == CommandTree.JsonOption));
        var what = string.Join(' ', parsed.Errors.Select(e => e.Message.TrimEnd('.') + "."));
        return new Failure(ExitCode.WrongUse, what, Next: $"{string.Join(' ', words)} --help").Print(output);
    }
}
