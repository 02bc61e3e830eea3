using System.CommandLine;
using IntegrationHub.Cli.Hosting;

namespace IntegrationHub.Cli.Verbs;

/// <summary>Who decides and why; kept with the decision.</summary>
internal sealed class DecisionOptions
{
    private readonly Option<string?> _by = NewBy();
    private readonly Option<string?> _why = new("--why") { Description = "The reason, kept with the decision.", HelpName = "TEXT" };

    public static Option<string?> NewBy() => new("--by") { Description = "Who decides. Without it: the user of this system.", HelpName = "WHO" };

    public static string By(Call call, Option<string?> by) => call.Value(by) ?? Environment.UserName;

    public void AddTo(Command command)
    {
        command.Add(_by);
        command.Add(_why);
    }

    public string By(Call call) => By(call, _by);

    public string? Why(Call call) => call.Value(_why);
}
