using System.Text;
using IntegrationHub.Connectors.Lists.Files;
using IntegrationHub.Connectors.Lists.Mapping;
using IntegrationHub.Connectors.Lists.VCard;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Connectors.Email.Cards;

/// <summary>Finds the writer's own among the business cards of a mail. A card of somebody else makes nobody: that person did not
/// come to the business, and does not know that the business has the card.</summary>
internal static class OwnCards
{
    private const int CardsMax = 20;
    private const int EmailsMax = 5;
    private const int ValueCharsMax = 1_000;

    /// <summary>Words for oneself or other people that nobody meant for a customer record.</summary>
    private static readonly string[] LeftOut = [PersonFields.Attribute("note"), PersonFields.Attribute("categories")];

    /// <summary>Finds the first card that is the writer's own.</summary>
    /// <param name="text">The part, decoded.</param>
    /// <param name="address">The writer's address.</param>
    /// <param name="name">The writer's name in the mail; it tells whose a card without addresses is.</param>
    /// <param name="mailId">The mail, as evidence.</param>
    /// <param name="region">The country whose way of writing dates counts.</param>
    internal static OwnCard? Find(string text, string address, string? name, string mailId, string? region)
    {
        var dates = new DateReader(region ?? string.Empty);
        using var source = new Utf8Source(new MemoryStream(Encoding.UTF8.GetBytes(text)), text.Length);
        var cards = new VCards(source, default);
        for (var i = 0; i < CardsMax && cards.Read() is { } card; i++)
        {
            if (card.Problem is null && VCardPerson.Of(card, dates) is { IsNoPerson: false } person && IsOwn(person.Values, address, name))
            {
                return Of(person.Values, address, mailId);
            }
        }

        return null;
    }

    private static bool IsOwn(IReadOnlyList<FieldValue> values, string address, string? name)
    {
        var emails = values.Where(v => v.Field == PersonFields.Email).ToList();
        return emails.Count > 0
            ? emails.Exists(e => e.Value.Equals(address, StringComparison.OrdinalIgnoreCase))
            : name is not null && values.Any(v => v.Field == PersonFields.NameFull && v.Value.Equals(name, StringComparison.OrdinalIgnoreCase));
    }

    private static OwnCard? Of(IReadOnlyList<FieldValue> values, string address, string mailId)
    {
        var evidence = $"Business card in mail {mailId}.";
        var emails = 0;
        var kept = values
            .Where(v => !LeftOut.Contains(v.Field) && v.Value.Length <= ValueCharsMax && !v.Value.Contains('\0', StringComparison.Ordinal))
            .Where(v => v.Field != PersonFields.Email || (!v.Value.Equals(address, StringComparison.OrdinalIgnoreCase) && ++emails < EmailsMax))
            .Select(v => v with { Evidence = evidence })
            .ToList();
        return kept.Count == 0 ? null : new OwnCard(kept);
    }
}
