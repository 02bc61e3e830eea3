using System.CommandLine;
using System.Globalization;

namespace IntegrationHub.Cli.Verbs;

/// <summary>The option that limits how much is printed.</summary>
internal static class LimitOption
{
    public static Option<int> New(string description, int standard, int most)
    {
        var option = new Option<int>("--limit") { Description = description, HelpName = "N", DefaultValueFactory = _ => standard };
        option.Validators.Add(result =>
        {
            var isNumber = int.TryParse(result.Tokens.Count == 1 ? result.Tokens[0].Value : null, CultureInfo.InvariantCulture, out var limit);
            if (isNumber && (limit < 1 || limit > most))
            {
                result.AddError($"--limit must be from 1 to {most}.");
            }
        });
        return option;
    }
}
