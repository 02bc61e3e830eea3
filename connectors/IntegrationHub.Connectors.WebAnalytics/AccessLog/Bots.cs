using System.Text.RegularExpressions;

namespace IntegrationHub.Connectors.WebAnalytics.AccessLog;

/// <summary>Tells crawlers, feed readers, monitors and scripts by how they introduce themselves.</summary>
internal static partial class Bots
{
    /// <summary>Says whether an agent is a program. One that says nothing of itself counts as one.</summary>
    internal static bool Is(string? agent) => agent is null || Words().IsMatch(agent);

    [GeneratedRegex(
        @"bot\b|bot[/;_ -]|crawl|spider|slurp|archiver|scan(ner|ning)|monitor|uptime|pingdom|feed|rss|fetch|preview|validator|check(er)?[/ ]|"
        + @"headless|phantomjs|selenium|puppeteer|playwright|lighthouse|"
        + @"^(curl|wget|python|java|go-http|ruby|perl|php|libwww|lwp|apache-httpclient|okhttp|axios|node|guzzle|httpie|scrapy|zgrab|masscan|nmap|ab/)|"
        + @"facebookexternalhit|whatsapp|mediapartners|adsbot|bingpreview|yandex(images|metrika|favicons)|sitemap|\+https?://",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Words();
}
