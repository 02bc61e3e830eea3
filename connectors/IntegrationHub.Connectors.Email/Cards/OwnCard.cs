using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Connectors.Email.Cards;

/// <summary>What people say about themselves by a business card in their mail.</summary>
/// <param name="Values">The values, each with the mail as evidence.</param>
internal sealed record OwnCard(IReadOnlyList<FieldValue> Values)
{
    /// <summary>Gets the values as one text, for choosing among cards of the same time.</summary>
    internal string Text => string.Join('\n', Values.Select(v => $"{v.Field}={v.Value}"));
}
