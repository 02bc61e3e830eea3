using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Http;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.Email.Mailchimp;

/// <summary>Sorts Mailchimp's problem documents by their status. Its own sentence (<c>detail</c>) is not passed on: it may
/// quote an address.</summary>
internal static class MailchimpFailures
{
    internal static ConnectorException? Of(HttpAnswer answer)
    {
        var what = $"{answer.Operation} answered {answer.StatusCode}{TitleOf(answer)}";
        return answer.StatusCode switch
        {
            401 => ConnectorException.Configuration(
                "apiKey", $"{what}: Mailchimp does not accept the API key, or the account lives in another data centre.",
                "Make a new API key in Mailchimp (Account, Extras, API keys) and set the whole of it."),
            403 => ConnectorException.Configuration(
                "apiKey", $"{what}: the key's user may not read this, or the account is closed.",
                "Use a key of a user with the role Viewer or above, and look for notices in Mailchimp."),
            404 when answer.Operation.Contains("/reports/", StringComparison.Ordinal) => ConnectorException.Transient(
                $"{what}: the campaign was deleted while it was read; the next run reads those that are left."),
            404 when answer.Operation.Contains("/lists/", StringComparison.Ordinal) => ConnectorException.Configuration(
                "audiences", $"{what}: there is no such audience any more.", "Check the setting 'audiences', or leave it empty for all."),
            _ => null,
        };
    }

    // Titles are words of a fixed list ("Resource Not Found"); anything else is not repeated.
    private static string TitleOf(HttpAnswer answer) =>
        (answer.Body as JObject)?["title"] is JValue { Value: string { Length: > 0 and <= 40 } title } && title.All(c => char.IsAsciiLetter(c) || c == ' ')
            ? $" {title}"
            : string.Empty;
}
