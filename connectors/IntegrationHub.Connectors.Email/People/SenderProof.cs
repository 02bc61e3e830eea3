using System.Text.RegularExpressions;
using IntegrationHub.Connectors.Email.Mime;
using IntegrationHub.Connectors.Email.Reading;

namespace IntegrationHub.Connectors.Email.People;

/// <summary>Reads what the receiving server found out about a mail's sender (<c>Authentication-Results</c>, RFC 8601). Only the first
/// such field counts: it is the nearest server's, and those below may have come with the mail.</summary>
internal static partial class SenderProof
{
    private const int RegexTimeoutMs = 2_000; // The texts are short; only a starved machine takes that long.

    /// <summary>Says whether the domain of <c>From</c> is borne out; <see langword="null"/> when nobody looked or it is open.</summary>
    internal static bool? Of(Mail mail)
    {
        if (mail.Headers.First("Authentication-Results") is not { } results)
        {
            return null;
        }

        bool isAligned = false, hasPass = false, hasFailed = false;
        foreach (Match match in Result().Matches(results))
        {
            var passes = match.Groups["result"].ValueSpan.Equals("pass", StringComparison.OrdinalIgnoreCase);
            var fails = match.Groups["result"].ValueSpan.Equals("fail", StringComparison.OrdinalIgnoreCase);
            if (match.Groups["method"].ValueSpan.Equals("dmarc", StringComparison.OrdinalIgnoreCase) && (passes || fails))
            {
                return passes;
            }

            hasPass |= passes;
            hasFailed |= fails;
            isAligned |= passes && Domain().Match(match.Groups["rest"].Value) is { Success: true } domain
                && MailDomains.AreOne(domain.Groups["domain"].ValueSpan, mail.From!.Value.Domain);
        }

        return isAligned ? true : hasFailed && !hasPass ? false : null;
    }

    [GeneratedRegex(@"\b(?<method>dmarc|dkim|spf)\s*=\s*(?<result>\w+)(?<rest>[^;]*)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, RegexTimeoutMs)]
    private static partial Regex Result();

    [GeneratedRegex(@"\b(?:header\.[di]|smtp\.mailfrom)\s*=\s*""?(?:[^\s;""]*@)?(?<domain>[\w.-]+)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, RegexTimeoutMs)]
    private static partial Regex Domain();
}
