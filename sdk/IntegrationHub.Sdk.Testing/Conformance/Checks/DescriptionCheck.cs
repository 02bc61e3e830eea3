using System.Text.RegularExpressions;
using IntegrationHub.Sdk.Settings;

namespace IntegrationHub.Sdk.Testing.Conformance.Checks;

/// <summary>Forms are made from the description, and only what is marked a secret is kept like one.</summary>
internal sealed partial class DescriptionCheck()
    : SourceCheck("description", "A connector says what it is, explains every setting and marks its secrets.")
{
    private static readonly string[] SecretWords = ["token", "password", "passwd", "passphrase", "secret", "credential", "credentials"];
    private static readonly string[] KeyOwners = ["api", "access", "private", "secret", "auth", "signing", "encryption", "master", "service", "account"];

    internal override Task<Verdict> RunAsync(SourceSubject subject, CancellationToken cancellationToken) =>
        Task.FromResult(Run(subject.Description));

    internal static Verdict Run(ConnectorDescription connector)
    {
        Require(IdForm().IsMatch(connector.Id), $"the id '{connector.Id}'", $"lower-case words joined by hyphens, family first", "change it in [Connector(\"...\")] and connector.json.");
        Require(
            connector.Title != connector.Id && !string.IsNullOrWhiteSpace(connector.Title),
            $"no title", $"a short name for people", "set Title in [Connector].");
        Require(!string.IsNullOrWhiteSpace(connector.Summary), $"no summary", $"one sentence on what the connector reads", "set Summary in [Connector].");

        foreach (var setting in connector.Settings.Settings)
        {
            Run(setting);
        }

        var twice = connector.Settings.Settings.GroupBy(s => s.Order).FirstOrDefault(g => g.Count() > 1);
        Require(
            twice is null,
            $"settings {string.Join(" and ", twice?.Select(s => $"'{s.Name}'") ?? [])} with the same order",
            $"a place of its own for each",
            "number the settings with Order in [Setting], the most important first.");
        return Verdict.Passed($"{connector.Settings.Settings.Count} settings");
    }

    private static void Run(SettingDescription setting)
    {
        var what = $"setting '{setting.Name}'";
        Require(setting.Title != setting.Name, $"{what} without a title", $"a label", "set Title in its [Setting].");
        Require(
            !string.IsNullOrWhiteSpace(setting.Help), $"{what} without help", $"what it is and where to find it", "set Help in its [Setting].");
        Require(
            setting.IsSecret || !SoundsSecret(setting),
            $"{what} sounds like a secret and is a {setting.Type}",
            $"type Secret, which is stored encrypted and shown never",
            "give the property the type Secret.");
        Require(
            !(setting.Minimum > setting.Maximum), $"{what} from {setting.Minimum} to {setting.Maximum}", $"a range", "mend Minimum and Maximum in its [Setting].");
    }

    private static bool SoundsSecret(SettingDescription setting)
    {
        if (setting.Type is not (SettingType.Text or SettingType.Document or SettingType.List))
        {
            return false;
        }

        var words = Words().Matches(setting.Name).Select(m => m.Value.ToLowerInvariant()).ToList();
        return words.Count > 0
            && (SecretWords.Contains(words[^1], StringComparer.Ordinal)
                || (words[^1] is "key" or "keys" && (words.Count == 1 || KeyOwners.Contains(words[^2], StringComparer.Ordinal))));
    }

    private static void Require(bool holds, FormattableString seen, FormattableString expected, string remedy)
    {
        if (!holds)
        {
            throw Broken.Rule(seen, expected, remedy);
        }
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IdForm();

    [GeneratedRegex("[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Words();
}
