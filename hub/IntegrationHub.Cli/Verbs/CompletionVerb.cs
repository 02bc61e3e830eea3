using System.CommandLine;
using IntegrationHub.Cli.Hosting;

namespace IntegrationHub.Cli.Verbs;

/// <summary><c>hub completion SHELL</c>: prints the script that lets a shell ask hub for completions.</summary>
internal sealed class CompletionVerb : Verb
{
    private const string Bash = """
        _hub_complete() {
            local IFS=$'\n'
            COMPREPLY=($(hub "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null))
        }
        complete -o default -F _hub_complete hub
        """;

    private const string Zsh = """
        _hub_complete() {
            local -a completions
            completions=("${(@f)$(hub "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
            compadd -a completions
        }
        compdef _hub_complete hub
        """;

    private const string Fish = """
        complete -c hub -a '(hub "[suggest:"(commandline -C)"]" (commandline -p) 2>/dev/null)'
        """;

    private readonly Argument<string> _shell = new("SHELL") { Description = "bash, zsh or fish." };

    public CompletionVerb()
        : base(
            "completion",
            "Print a script that completes verbs, options and source names with the Tab key.",
            "source <(hub completion bash)",
            "hub completion fish > ~/.config/fish/completions/hub.fish")
    {
        _shell.AcceptOnlyFromAmong("bash", "zsh", "fish");
        Add(_shell);
    }

    public override FolderUse FolderUse => FolderUse.None;

    public override Task<int> RunAsync(Call call)
    {
        var script = call.Value(_shell) switch
        {
            "bash" => Bash,
            "zsh" => Zsh,
            _ => Fish,
        };
        call.Print(new { script }, _ => call.Surroundings.Out.WriteLine(script));
        return Task.FromResult(ExitCode.Done);
    }
}
