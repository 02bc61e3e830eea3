namespace IntegrationHub.Connectors.Lists.VCard;

/// <summary>One card as read, or what is wrong with it.</summary>
internal sealed record VCard
{
    internal List<VCardProperty> Properties { get; } = [];

    /// <summary>Gets the card's first line in the file, from 1.</summary>
    internal required long Line { get; init; }

    /// <summary>Gets or sets what is wrong, as the end of a sentence, or <see langword="null"/>.</summary>
    internal string? Problem { get; set; }

    /// <summary>Gets or sets the card's text without pictures, cut at the limit.</summary>
    internal string Raw { get; set; } = string.Empty;

    /// <summary>Gets a value indicating whether the card is vCard 2.1.</summary>
    internal bool IsOld => Properties.Find(static p => p.Name == "VERSION")?.Value.Trim().StartsWith('2') == true;
}
