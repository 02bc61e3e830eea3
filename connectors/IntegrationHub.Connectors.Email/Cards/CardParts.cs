namespace IntegrationHub.Connectors.Email.Cards;

/// <summary>Tells business cards among the parts of a mail.</summary>
internal static class CardParts
{
    /// <summary>Bytes of a part, as sent; a larger one is not read. Cards with a picture have about 100 KB.</summary>
    internal const int BytesMax = 256 * 1024;

    /// <summary>Cards read of one mail.</summary>
    internal const int CountMax = 3;

    /// <summary>Says whether a part is a card, by its type or by its name where the type says nothing.</summary>
    internal static bool IsCard(string mediaType, string? name) =>
        mediaType is "text/vcard" or "text/x-vcard" or "text/directory" or "application/vcard"
        || name?.EndsWith(".vcf", StringComparison.OrdinalIgnoreCase) == true;
}
