using System.Diagnostics.CodeAnalysis;
using IntegrationHub.Core.Records;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Sync.Gate;

/// <summary>Turns the raw payload of a quarantined record back into the message it was, for a retry.</summary>
/// <remarks>Thread-safe.</remarks>
public static class QuarantinePayload
{
    /// <summary>Reads a payload that the gate wrote.</summary>
    /// <param name="record">The quarantined record.</param>
    /// <param name="message">The person, interaction or consent it was, with payment cards masked.</param>
    /// <returns><see langword="false"/> when there is no payload, or it is a connector's own text that only the connector can read.</returns>
    public static bool TryRead(QuarantinedRecord record, [NotNullWhen(true)] out Message? message)
    {
        ArgumentNullException.ThrowIfNull(record);

        message = null;
        return false;
    }
}
