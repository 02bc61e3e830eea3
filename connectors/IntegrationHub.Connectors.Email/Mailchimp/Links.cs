using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.Email.Mailchimp;

/// <summary>Names the links that were clicked, without their queries: those often hold who clicked.</summary>
internal static class Links
{
    private const int CountMax = 20;
    private const int CharsMax = 500;

    internal static JArray Of(IEnumerable<JObject> clicks) => new(clicks
        .Select(c => Uri.TryCreate(MailchimpJson.Text(c, "url"), UriKind.Absolute, out var url) ? url.GetLeftPart(UriPartial.Path) : null)
        .OfType<string>()
        .Where(u => u.Length <= CharsMax)
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal)
        .Take(CountMax));
}
