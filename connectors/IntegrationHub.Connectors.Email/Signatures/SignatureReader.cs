using System.Text.RegularExpressions;
using IntegrationHub.Connectors.Email.People;

namespace IntegrationHub.Connectors.Email.Signatures;

/// <summary>Reads what a person says about themselves at the foot of a mail they wrote.</summary>
internal static partial class SignatureReader
{
    private const int RegexTimeoutMs = 200;

    private static readonly HashSet<string> NanpRegions = new(StringComparer.OrdinalIgnoreCase) { "US", "CA", "PR", "BS", "JM", "DO", "TT", "BB" };

    /// <summary>Reads a mail's text.</summary>
    /// <param name="text">The whole text of the mail.</param>
    /// <param name="senderName">The writer's name, when known.</param>
    /// <param name="address">The writer's address.</param>
    /// <param name="region">The country that numbers without a country code belong to.</param>
    internal static MailFoot Read(string text, string? senderName, string address, string? region)
    {
        var foot = new MailFoot();
        var block = SignatureFinder.Find(OwnWords.Of(text), senderName, address);
        bool? isNanp = string.IsNullOrWhiteSpace(region) ? null : NanpRegions.Contains(region.Trim());
        PhoneFinder.Find(block, isNanp, foot.Phones);
        if (block.IsCertain)
        {
            ReadLines(block.Lines, senderName, address, foot);
            foot.Address = PostalAddressFinder.Find(block);
        }

        return foot;
    }

    private static void ReadLines(IReadOnlyList<string> lines, string? senderName, string address, MailFoot foot)
    {
        var domain = address[(address.LastIndexOf('@') + 1)..];
        var nameAt = -1; // Title and employer are believed only close below the writer's name.
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i].Trim(' ', '*', '_', '~', '|');
            if (line.Length is < 3 or > 80)
            {
                continue;
            }

            var isBelowName = nameAt >= 0 && i - nameAt <= 3;
            nameAt = nameAt < 0 && SignatureFinder.IsName(line, senderName, address) ? i : nameAt;
            if (foot.Name is null && i <= 2 && IsFullName(line, senderName, address))
            {
                foot.Name = new FoundValue(line, line);
            }
            else if (foot.JobTitle is null && isBelowName && JobTitle().IsMatch(line) && !line.Any(char.IsDigit))
            {
                foot.JobTitle = new FoundValue(line.TrimEnd(',', '.'), line);
            }
            else if (foot.Organization is null && isBelowName && Organization().IsMatch(line) && !line.Any(char.IsDigit))
            {
                foot.Organization = new FoundValue(line.TrimEnd(','), line);
            }

            if (foot.Url is null && Url().Match(line) is { Success: true } url && IsOfDomain(url.Groups["host"].Value, domain))
            {
                foot.Url = new FoundValue(url.Groups["url"].Value, line);
            }
        }
    }

    /// <summary>Two to four words that start with a capital, at least one of which the address or the shown name has too.</summary>
    private static bool IsFullName(string line, string? senderName, string address) =>
        FullName().IsMatch(line)
        && (DisplayNames.SharesWord(line, address)
            || (senderName is not null && DisplayNames.SharesWord(senderName, line.Replace(" ", string.Empty, StringComparison.Ordinal) + "@")));

    /// <summary>A person's web address is believed only under the domain of their mail.</summary>
    private static bool IsOfDomain(string host, string domain) =>
        host.Equals(domain, StringComparison.OrdinalIgnoreCase)
        || host.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase)
        || domain.EndsWith("." + (host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host[4..] : host), StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"^\p{Lu}[\p{L}'’\-]+(?: \p{Lu}\.?| \p{Lu}[\p{L}'’\-]+| (?:van|von|de|der|la|da|di|del|den)){0,2} \p{Lu}[\p{L}'’\-]+$", RegexOptions.CultureInvariant, RegexTimeoutMs)]
    private static partial Regex FullName();

    [GeneratedRegex(
        @"^(?:[\p{L}&,./'-]+ ){0,5}?(?:manager|director|engineer|president|consultant|officer|coordinator|specialist|analyst|assistant|developer|architect|attorney|accountant|administrator|supervisor|buyer|designer|secretary|professor|treasurer|ceo|cto|cfo|coo|owner|partner|geschäftsführer(?:in)?|leiter(?:in)?)\b(?:[ ,&/-]+[\p{L}&./'-]+){0,5}[.,]?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        RegexTimeoutMs)]
    private static partial Regex JobTitle();

    [GeneratedRegex(
        @"^(?:[\p{Lu}\d&][\p{L}\d&.,'-]*,? ){1,6}(?:inc|llc|ltd|limited|gmbh|ag|corp|corporation|company|co|plc|s\.?a|b\.?v|s\.?r\.?l|pty ltd|llp|kg|e\.?v|oy|ab|a/s)\.?,?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        RegexTimeoutMs)]
    private static partial Regex Organization();

    [GeneratedRegex(
        @"(?<![\w@.])(?<url>(?:https?://(?<host>[\w.-]+\.\p{L}{2,})|(?<host>www\.[\w.-]+\.\p{L}{2,}))(?:/[^\s<>()|,;]*)?)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        RegexTimeoutMs)]
    private static partial Regex Url();
}
