using System.Globalization;
using IntegrationHub.Core.Runs;

namespace IntegrationHub.Sync;

/// <summary>Another run holds the source's lease.</summary>
/// <param name="source">The source's name.</param>
/// <param name="lease">The lease in the way.</param>
public sealed class SyncBusyException(string source, Lease? lease) : Exception(string.Create(
    CultureInfo.InvariantCulture,
    $"Source '{source}' is being synced by {lease?.Owner ?? "another run"}; its lease ends at {lease?.ExpiresAt:u} unless renewed."));
