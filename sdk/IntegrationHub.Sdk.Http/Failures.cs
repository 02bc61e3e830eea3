using System.Globalization;

namespace IntegrationHub.Sdk.Http;

/// <summary>The default rules: which answer is whose failure.</summary>
internal static class Failures
{
    internal static ConnectorException? Of(
        HttpAnswer answer, string? problem, TimeSpan? retryAfter, string trial, HubHttpOptions options)
    {
        if (answer.IsSuccess)
        {
            return OfSuccess(answer, problem, trial, options);
        }

        var page = answer.IsHtml ? " with an HTML page" : string.Empty;
        var what = string.Create(CultureInfo.InvariantCulture, $"{answer.Operation} answered {answer.StatusCode}{page}");
        return answer.StatusCode switch
        {
            401 => ConnectorException.Configuration(
                options.LoginSetting, $"{what}: the login was refused{Naming(options.LoginSetting)}.", "Give a valid secret."),
            403 => ConnectorException.Configuration(
                options.LoginSetting,
                $"{what}: the login is known but may not do this{Naming(options.LoginSetting)}.",
                "Give the account the right to read, or give another secret."),
            404 or 410 => ConnectorException.Configuration(
                options.AddressSetting, $"{what}: there is nothing at that address{Naming(options.AddressSetting)}.", "Check the address."),
            408 or 429 or >= 500 => ConnectorException.Transient($"{what} {trial}.", retryAfter),
            _ => ConnectorException.Defect($"{what}; expected success."),
        };
    }

    private static ConnectorException? OfSuccess(HttpAnswer answer, string? problem, string trial, HubHttpOptions options)
    {
        if (answer.IsHtml)
        {
            return ConnectorException.Configuration(
                options.AddressSetting,
                $"{answer.Operation} answered with an HTML page where JSON was expected{Naming(options.AddressSetting)}.",
                "Check that the address is that of the API and not of a login page or a proxy.");
        }

        return problem is null
            ? null
            : ConnectorException.Transient($"The answer of {answer.Operation} is not JSON ({problem}) {trial}.");
    }

    private static string Naming(string? setting) => setting is null ? string.Empty : $" (setting '{setting}')";
}
