using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Core.Records;

/// <summary>One choice of a person about being contacted, as stored. Never overwritten.</summary>
/// <param name="PersonStream">The stream of the person record.</param>
/// <param name="PersonKey">The key of the person record.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Purpose">The purpose.</param>
/// <param name="Status">What was chosen.</param>
/// <param name="GivenAt">When.</param>
/// <param name="Proof">Proof of the choice, when there is any.</param>
public sealed record Consent(
    string PersonStream, string PersonKey, string Channel, string Purpose, ConsentStatus Status, DateTimeOffset GivenAt, string? Proof)
{
    /// <summary>Gets a value indicating whether a person record carried it in a field of its own. Such a field states
    /// what holds, not when it was chosen: a record read again with the same word is no new choice.</summary>
    public bool IsStated { get; init; }
}
