using System.Text.RegularExpressions;
using IntegrationHub.Sdk;

namespace IntegrationHub.Connectors.Email.Mailchimp;

/// <summary>Finds the address of an account: each lives in one data centre, which the end of its API keys names.</summary>
internal static partial class DataCentre
{
    internal static Uri AddressFor(MailchimpSettings settings)
    {
        if (settings.BaseUrl is { } url)
        {
            return new Uri(url.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/3.0/");
        }

        var key = settings.ApiKey.Reveal();
        var name = key[(key.LastIndexOf('-') + 1)..];
        return key.Contains('-', StringComparison.Ordinal) && Name().IsMatch(name)
            ? new Uri($"https://{name}.api.mailchimp.com/3.0/")
            : throw ConnectorException.Configuration(
                "apiKey",
                "The API key does not end with a data centre; expected one such as -us6.",
                "Copy the whole key from Mailchimp (Account, Extras, API keys), or set baseUrl.");
    }

    [GeneratedRegex("^[a-z]{2,4}[0-9]{1,3}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex Name();
}
