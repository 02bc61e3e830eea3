using System.Text.RegularExpressions;
using IntegrationHub.Connectors.Email.Cards;
using IntegrationHub.Connectors.Email.Imap;
using IntegrationHub.Connectors.Email.People;
using IntegrationHub.Connectors.Email.Signatures;

namespace IntegrationHub.Connectors.Email.Remote;

/// <summary>Reads what people say about themselves in their newest mails: the foot of the text, and their business card.</summary>
/// <param name="box">The box.</param>
/// <param name="folders">The folders that are read.</param>
/// <param name="scan">Knows the places, and takes what is found.</param>
/// <param name="region">The country of numbers without a country code.</param>
/// <param name="counts">Takes what could not be searched.</param>
internal sealed class RemoteFeet(RemoteBox box, IReadOnlyList<ImapFolder> folders, PeopleScan scan, string? region, Reading.PassCounts counts)
{
    /// <summary>Mails whose texts are in memory at a time.</summary>
    private const int MailsPerFetch = 50;

    /// <summary>Reads the mails of some people.</summary>
    internal async Task ReadAsync(IEnumerable<string> addresses, CancellationToken cancellationToken)
    {
        foreach (var group in addresses.SelectMany(a => scan.Feet.Of(a).Select(p => (Address: a, Place: p))).ToLookup(p => p.Place.Folder))
        {
            var writers = group.ToLookup(p => p.Place.Uid);
            foreach (var uids in writers.Select(w => w.Key).Order().Chunk(MailsPerFetch))
            {
                await ReadAsync(folders[group.Key], uids, writers, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task ReadAsync(ImapFolder folder, uint[] uids, ILookup<uint, (string Address, FootPlace Place)> writers, CancellationToken cancellationToken)
    {
        var structures = await box.FetchAsync(folder, uids, "BODYSTRUCTURE", cancellationToken).ConfigureAwait(false);
        var texts = await RemoteTexts.FetchAsync(
            box,
            folder,
            structures.Select(s => (s.Uid, Part: RemoteTexts.TextOf(s.Structure))).Where(s => s.Part is not null).Select(s => (s.Uid, s.Part!)),
            cancellationToken).ConfigureAwait(false);
        foreach (var (address, place) in uids.SelectMany(u => writers[u]))
        {
            Take(address, place, texts.GetValueOrDefault(place.Uid));
        }

        await ReadCardsAsync(folder, structures, writers, cancellationToken).ConfigureAwait(false);
    }

    private void Take(string address, FootPlace place, string? text)
    {
        if (place.IsPersonal && !MailEvidence.SpeaksAgainst(text))
        {
            scan.People.Show(address, ContactEvidence.Personal);
        }

        if (text is null)
        {
            return;
        }

        try
        {
            scan.People.Take(address, SignatureReader.Read(text, scan.People.NameOf(address), address, region), WrittenAt(place));
        }
        catch (RegexMatchTimeoutException)
        {
            counts.UnreadFeet++; // A text made to be slow; the person is kept, the foot is not.
        }
    }

    private async Task ReadCardsAsync(
        ImapFolder folder, List<ImapFetched> structures, ILookup<uint, (string Address, FootPlace Place)> writers, CancellationToken cancellationToken)
    {
        var cards = structures.SelectMany(s => RemoteTexts.CardsOf(s.Structure).Select((part, i) => (Number: i, s.Uid, Part: part)));
        foreach (var nth in cards.GroupBy(c => c.Number))
        {
            var texts = await RemoteTexts.FetchAsync(box, folder, nth.Select(c => (c.Uid, c.Part)), cancellationToken).ConfigureAwait(false);
            var headers = await box.FetchAsync(folder, texts.Keys.Order().ToArray(), RemoteBox.HeaderItems, cancellationToken).ConfigureAwait(false);
            foreach (var mail in headers.Select(h => box.MailOf(folder, h)).Where(m => m.Mail is not null))
            {
                foreach (var (address, place) in writers[mail.Fetched.Uid])
                {
                    var name = DisplayNames.Clean(mail.Mail!.From?.Name ?? string.Empty, address);
                    if (OwnCards.Find(texts[mail.Fetched.Uid], address, name, mail.Mail.Id, region) is { } card)
                    {
                        scan.People.Take(address, card, WrittenAt(place));
                    }
                }
            }
        }
    }

    private static DateTimeOffset WrittenAt(FootPlace place) => DateTimeOffset.FromUnixTimeSeconds(place.WrittenAt);
}
