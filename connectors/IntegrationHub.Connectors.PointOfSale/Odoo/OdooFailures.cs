using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Http;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.PointOfSale.Odoo;

/// <summary>Sorts Odoo's failures, all of which come with status 200, by the name of the exception. Odoo's own sentence is not passed
/// on: it may quote a customer's value, and its traceback holds the password.</summary>
internal static class OdooFailures
{
    internal static ConnectorException? Of(HttpAnswer answer, bool isLoggedIn)
    {
        if ((answer.Body as JObject)?["error"] is not JObject error)
        {
            return null;
        }

        var name = error.Object("data")?.Text("name") ?? string.Empty;
        var what = $"{answer.Operation} answered with {Word(name)}";
        return name[(name.LastIndexOf('.') + 1)..] switch
        {
            "AccessDenied" => Refused(what),
            "AccessError" => ConnectorException.Configuration(
                "login", $"{what}: the user may not read this.", "Give the user the right to read contacts, the point of sale and loyalty cards."),
            "UserError" or "KeyError" => ConnectorException.Configuration(
                "database", $"{what}: the database does not have what was asked for.", "Check that the Point of Sale app is installed in it."),

            // Without the database Odoo fails as without a connection to it.
            "OperationalError" when !isLoggedIn => ConnectorException.Configuration(
                "database", $"{what}: the database cannot be opened.", "Check the name of the database, and that PostgreSQL runs."),
            "OperationalError" or "SerializationFailure" or "LockNotAvailable" or "QueryCanceled" or "PoolError" => ConnectorException.Transient($"{what}: the database is busy."),
            _ => ConnectorException.Defect($"{what}; expected a result."),
        };
    }

    /// <summary>The login is not known, or the password is wrong.</summary>
    internal static ConnectorException Refused(string what) => ConnectorException.Configuration(
        "password", $"{what}: Odoo does not accept login and password.", "Check both; with two-factor authentication only an API key works.");

    // Names of exceptions are words of a fixed list; anything else is not repeated.
    private static string Word(string name) =>
        name.Length is > 0 and <= 80 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.') ? name : "an unknown error";
}
