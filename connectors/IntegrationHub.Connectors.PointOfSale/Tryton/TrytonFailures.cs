using System.Text.RegularExpressions;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Http;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.PointOfSale.Tryton;

/// <summary>Sorts Tryton's failures. Most come with status 200 and the text of an exception, which is not passed on: it may quote a
/// customer's value, and a traceback may follow it.</summary>
internal static partial class TrytonFailures
{
    internal static ConnectorException? OfLogin(HttpAnswer answer)
    {
        if (answer.StatusCode == 401)
        {
            return Refused($"{answer.Operation} answered 401");
        }

        // Without the database, SQLite fails with a text and PostgreSQL with a page that is not found.
        return answer.StatusCode == 404 || (ErrorOf(answer) is { } error && error != "LoginException")
            ? ConnectorException.Configuration(
                "database", $"{answer.Operation}: the database cannot be opened.", "Check its name, and that 'url' is that of the Tryton server.")
            : Of(answer);
    }

    internal static ConnectorException? Of(HttpAnswer answer)
    {
        if (ErrorOf(answer) is not { } error)
        {
            return null;
        }

        switch (error)
        {
            case "LoginException":
                return Refused(answer.Operation + " asked for another way to log in than the password");
            case "UserError":
                return ConnectorException.Configuration(
                    "login", $"{answer.Operation}: the user may not read this.", "Put the user into groups that may read parties (and 'Sales' for sales).");
            case "ConcurrencyException":
                return ConnectorException.Transient($"{answer.Operation}: somebody changed the same records.");
        }

        if (MissingName().IsMatch(error))
        {
            return ConnectorException.Configuration(
                "database", $"{answer.Operation}: the database does not have what was asked for.", "Check that the modules 'party' and 'sale' are activated in it.");
        }

        return BusyDatabase().IsMatch(error)
            ? ConnectorException.Transient($"{answer.Operation}: the database is busy or was not reached.")
            : ConnectorException.Defect($"{answer.Operation} answered with an unknown error; expected a result. Tryton's log says more.");
    }

    private static ConnectorException Refused(string what) => ConnectorException.Configuration(
        "password", $"{what}: Tryton does not accept login and password.", "Check both. A user with a second factor cannot be used.");

    private static string? ErrorOf(HttpAnswer answer) =>
        (answer.Body as JObject)?["error"] is JArray { Count: > 0 } error && error[0] is JValue { Value: string text } ? text : null;

    // The text of Python's KeyError: the name in quotes.
    [GeneratedRegex(@"^'[a-z0-9_.]{1,100}'$", RegexOptions.None, 1000)]
    private static partial Regex MissingName();

    [GeneratedRegex("database is locked|connection|deadlock|serialize|timeout", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex BusyDatabase();
}
