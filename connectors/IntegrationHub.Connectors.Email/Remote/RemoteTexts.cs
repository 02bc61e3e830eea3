using IntegrationHub.Connectors.Email.Cards;
using IntegrationHub.Connectors.Email.Imap;
using IntegrationHub.Connectors.Email.Mime;

namespace IntegrationHub.Connectors.Email.Remote;

/// <summary>Fetches the text of mails and nothing else of them: the parts are chosen by what the server says of them, and only
/// their beginnings come over.</summary>
internal static class RemoteTexts
{
    /// <summary>Bytes fetched of a text.</summary>
    internal const int TextBytesMax = 256 * 1024;

    private const int MailsPerFetch = 50;

    /// <summary>Chooses the text that the writer wrote: the first readable one that is no attachment, plain before HTML.</summary>
    internal static ImapPart? TextOf(ImapPart? structure)
    {
        var texts = structure?.Leaves.Where(p => p.MediaType is "text/plain" or "text/html" && p.Disposition != "attachment" && p.Name is null && p.Size > 0).ToList();
        return texts?.Find(p => p.MediaType == "text/plain") ?? texts?.FirstOrDefault();
    }

    /// <summary>Finds the part by which a bounce speaks to programs.</summary>
    internal static ImapPart? StatusOf(ImapPart? structure) => structure?.Leaves.FirstOrDefault(p => p.MediaType == "message/delivery-status");

    /// <summary>Finds the business cards that are small enough to fetch.</summary>
    internal static IEnumerable<ImapPart> CardsOf(ImapPart? structure) =>
        structure?.Leaves.Where(p => CardParts.IsCard(p.MediaType, p.Name) && p.Size is > 0 and <= CardParts.BytesMax).Take(CardParts.CountMax) ?? [];

    /// <summary>Counts files; a picture inside HTML is none to a reader.</summary>
    internal static int AttachmentsOf(ImapPart? structure) => structure?.Leaves.Count(p =>
        (p.MediaType is not ("text/plain" or "text/html") || p.Disposition == "attachment" || p.Name is not null)
        && (p.ContentId is null || p.Disposition == "attachment")) ?? 0;

    /// <summary>Fetches one part of each of several mails of a folder.</summary>
    /// <param name="box">The box.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="mails">The mails, with the parts chosen.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>The texts by UID.</returns>
    internal static async Task<Dictionary<uint, string>> FetchAsync(
        RemoteBox box, ImapFolder folder, IEnumerable<(uint Uid, ImapPart Part)> mails, CancellationToken cancellationToken)
    {
        var texts = new Dictionary<uint, string>();
        foreach (var group in mails.GroupBy(m => m.Part.Section, StringComparer.Ordinal))
        {
            var parts = group.DistinctBy(m => m.Uid).ToDictionary(m => m.Uid, m => m.Part);
            foreach (var uids in parts.Keys.Order().Chunk(MailsPerFetch))
            {
                var items = FormattableString.Invariant($"BODY.PEEK[{group.Key}]<0.{TextBytesMax}>");
                foreach (var fetched in await box.FetchAsync(folder, uids, items, cancellationToken).ConfigureAwait(false))
                {
                    texts[fetched.Uid] = Decode(parts[fetched.Uid], fetched.Content.Span);
                }
            }
        }

        return texts;
    }

    private static string Decode(ImapPart part, ReadOnlySpan<byte> content)
    {
        var text = Charsets.Decode(TransferDecoding.Decode(content, part.Encoding, TextBytesMax), part.Charset);
        return part.MediaType == "text/html" ? HtmlText.ToText(text) : text;
    }
}
