using System.Diagnostics.CodeAnalysis;
using IntegrationHub.Core.Records;

namespace IntegrationHub.Sync.Gate;

/// <summary>The gate's answer for one message: what to store, or what to set aside. Exactly one of the two is there.</summary>
/// <typeparam name="T">What a good message becomes.</typeparam>
/// <param name="Accepted">What to store; <see langword="null"/> when the message was refused.</param>
/// <param name="Quarantined">What to set aside; <see langword="null"/> when the message was taken.</param>
/// <param name="Consents">The choices that a person record carried in its <c>consent:</c> fields.</param>
public readonly record struct GateResult<T>(T? Accepted, QuarantinedRecord? Quarantined, IReadOnlyList<Consent> Consents)
    where T : class
{
    /// <summary>Gets a value indicating whether the message was taken.</summary>
    [MemberNotNullWhen(true, nameof(Accepted))]
    [MemberNotNullWhen(false, nameof(Quarantined))]
    public bool IsAccepted => Accepted is not null;
}
