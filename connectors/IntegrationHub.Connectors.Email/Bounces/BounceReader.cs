using System.Text.RegularExpressions;
using IntegrationHub.Connectors.Email.Mime;
using IntegrationHub.Connectors.Email.People;
using IntegrationHub.Connectors.Email.Reading;

namespace IntegrationHub.Connectors.Email.Bounces;

/// <summary>Finds in a bounce which addresses are bad: delivery status notifications (RFC 3464), and the prose of
/// sendmail, qmail, exim and others. A full mailbox, a delay and a refusal as spam say nothing about the address.</summary>
internal static partial class BounceReader
{
    private const int RegexTimeoutMs = 200;
    private const int LinesMax = 400;
    private const int AddressesMax = 100;
    private const int ReasonLines = 4;

    /// <summary>Says whether a mail reports on the delivery of another.</summary>
    internal static bool IsBounce(Mail mail)
    {
        if (mail.Headers.First("Content-Type") is { } type && type.StartsWith("multipart/report", StringComparison.OrdinalIgnoreCase))
        {
            return ContentType.Parameter(type, "report-type") is not { } report || report.Equals("delivery-status", StringComparison.OrdinalIgnoreCase);
        }

        var isFromPostmaster = mail.From is { } from && Postmaster().IsMatch(from.LocalPart);
        return (isFromPostmaster || mail.Headers.First("Return-Path") == "<>" || mail.Headers.First("X-Failed-Recipients") is not null)
            && Subject().IsMatch(mail.Subject ?? string.Empty);
    }

    /// <summary>Reads a bounce.</summary>
    /// <param name="mail">The mail.</param>
    /// <param name="status">Its part <c>message/delivery-status</c>; <see langword="null"/> when it has none.</param>
    /// <param name="text">Its text.</param>
    /// <param name="own">The business's addresses, which are never bad.</param>
    internal static List<BouncedAddress> Read(Mail mail, string? status, string? text, OwnAddresses own)
    {
        var found = new List<BouncedAddress>();
        if (status is not null)
        {
            ReadStatus(status, own, found);
            return found;
        }

        var lines = (text ?? string.Empty).Split('\n', LinesMax + 1).Take(LinesMax).Select(l => l.Trim()).TakeWhile(l => !Copy().IsMatch(l)).ToList();
        foreach (var failed in AddressParser.Parse(mail.Headers.First("X-Failed-Recipients")))
        {
            Add(failed.Address, ReasonOf(lines, 0, lines.Count) ?? "5.0.0", own, found);
        }

        if (found.Count == 0)
        {
            ReadProse(lines, own, found);
        }

        return found;
    }

    private static void ReadStatus(string status, OwnAddresses own, List<BouncedAddress> found)
    {
        foreach (var block in Blank().Split(status.ReplaceLineEndings("\n")))
        {
            var recipient = Field(block, "Original-Recipient") ?? Field(block, "Final-Recipient");
            var address = recipient is null ? null : AddressParser.Normalise(recipient.AsSpan()[(recipient.IndexOf(';', StringComparison.Ordinal) + 1)..]);
            var code = Field(block, "Status") is { } s && Code().Match(s) is { Success: true } match ? match.Value : "5.0.0";
            if (address is not null && "failed".Equals(Field(block, "Action"), StringComparison.OrdinalIgnoreCase))
            {
                Add(address, code, own, found);
            }
        }
    }

    private static void ReadProse(List<string> lines, OwnAddresses own, List<BouncedAddress> found)
    {
        for (var i = 0; i < lines.Count && found.Count < AddressesMax; i++)
        {
            if (Address().Match(lines[i]) is { Success: true } match && AddressParser.Normalise(match.Value) is { } address
                && ReasonOf(lines, i, Math.Min(lines.Count, i + ReasonLines)) is { } code)
            {
                Add(address, code, own, found);
            }
        }
    }

    /// <summary>Looks for a reason to believe that an address is bad.</summary>
    private static string? ReasonOf(List<string> lines, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (Code().Match(lines[i]) is { Success: true } code)
            {
                return code.Value;
            }

            if (Unknown().IsMatch(lines[i]))
            {
                return "5.1.1";
            }
        }

        return null;
    }

    private static void Add(string address, string status, OwnAddresses own, List<BouncedAddress> found)
    {
        var isAboutAddress = status[0] == '5' && !status.StartsWith("5.7.", StringComparison.Ordinal) && status is not ("5.2.2" or "5.2.3" or "5.3.4");
        if (isAboutAddress && !own.Contains(address) && found.Count < AddressesMax && !found.Exists(f => f.Address == address))
        {
            found.Add(new BouncedAddress(address, status));
        }
    }

    private static string? Field(string block, string name)
    {
        foreach (var line in block.Split('\n'))
        {
            if (line.Length > name.Length && line[name.Length] == ':' && line.StartsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                return line[(name.Length + 1)..].Trim();
            }
        }

        return null;
    }

    [GeneratedRegex(@"^(?:mailer-?daemon|postmaster|mail-?delivery.*|mdaemon)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, RegexTimeoutMs)]
    private static partial Regex Postmaster();

    [GeneratedRegex(
        @"undeliver|not deliver|delivery (?:status|fail|report|problem|incomplete)|failure (?:notice|delivery)|returned mail|return(?:ed)? to sender|mail delivery|delivery to .* fail|mail system error|unzustellbar|nicht zustellbar|fehlgeschlagen|non remis|no entregado|mancata consegna",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        RegexTimeoutMs)]
    private static partial Regex Subject();

    [GeneratedRegex(@"[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w-]+(?:\.[\w-]+)+", RegexOptions.CultureInvariant, RegexTimeoutMs)]
    private static partial Regex Address();

    [GeneratedRegex(@"(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.])", RegexOptions.CultureInvariant, RegexTimeoutMs)]
    private static partial Regex Code();

    [GeneratedRegex(
        @"user unknown|unknown (?:user|address|recipient|local)|no such (?:user|mailbox|address|recipient|person)|does(?: not|n't) exist|no mailbox|mailbox (?:unavailable|not found)|invalid (?:recipient|address|mailbox)|address (?:rejected|not found)|recipient (?:rejected|not found|address rejected)|not a valid|permanent fatal error|account (?:has been )?(?:disabled|closed)|(?<!\d)55[013](?!\d)|unbekannt|host (?:unknown|not found)|domain (?:does not exist|not found)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        RegexTimeoutMs)]
    private static partial Regex Unknown();

    [GeneratedRegex(
        @"copy of (?:the|your) (?:original )?(?:message|mail)|^-+ ?(?:original message|message header|returned message|unsent message|the header)|original message follows|^received: from ",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        RegexTimeoutMs)]
    private static partial Regex Copy();

    [GeneratedRegex(@"\n[ \t]*\n", RegexOptions.CultureInvariant, RegexTimeoutMs)]
    private static partial Regex Blank();
}
