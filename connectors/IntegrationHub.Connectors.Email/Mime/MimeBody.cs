namespace IntegrationHub.Connectors.Email.Mime;

/// <summary>What was found in a message's body.</summary>
/// <param name="Text">The first readable text part as plain text; <see langword="null"/> when there is none.</param>
/// <param name="AttachmentCount">Parts that are attachments; only business cards among them are decoded.</param>
/// <param name="DeliveryStatus">The part <c>message/delivery-status</c> of a bounce.</param>
/// <param name="Cards">The parts that are business cards; <see langword="null"/> when there is none.</param>
internal readonly record struct MimeBody(string? Text, int AttachmentCount, string? DeliveryStatus = null, IReadOnlyList<string>? Cards = null);
