using System.Globalization;
using IntegrationHub.Connectors.Email.Mime;

namespace IntegrationHub.Connectors.Email.Mailboxes;

/// <summary>Reads what mail programs note of a mail on disk.</summary>
internal static class MailFlags
{
    private const int MozillaReplied = 0x2;

    /// <summary>Says whether the mailbox's owner answered a mail: flag R of a Maildir, A in an mbox of mutt or Dovecot, bit 2 in one of Thunderbird.</summary>
    internal static bool IsAnswered(RawMail raw, HeaderBlock headers)
    {
        if (raw.FromLine is null)
        {
            var flags = raw.File.LastIndexOf(":2,", StringComparison.Ordinal);
            return flags >= 0 && raw.File.AsSpan(flags + 3).Contains('R');
        }

        return headers.First("X-Status")?.Contains('A', StringComparison.Ordinal) == true
            || (int.TryParse(headers.First("X-Mozilla-Status"), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var status)
                && (status & MozillaReplied) != 0);
    }
}
