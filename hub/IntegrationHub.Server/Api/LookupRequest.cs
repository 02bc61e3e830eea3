using IntegrationHub.Sync.Admin;

namespace IntegrationHub.Server.Api;

/// <summary>Whom to look up: anyone who has one of these values.</summary>
/// <param name="Identifiers">The values, 1 to 50.</param>
/// <param name="Region">The region (ISO 3166 alpha-2) of phone numbers without country code.</param>
internal sealed record LookupRequest(IReadOnlyList<LookupIdentifier> Identifiers, string? Region = null)
{
    internal const int CustomersMax = 100;
    private const int IdentifiersMax = 50;

    internal void Check()
    {
        if (Identifiers is not { Count: >= 1 and <= IdentifiersMax } || Identifiers.Any(i => i is not { Type: not null, Value: not null }))
        {
            throw new AdminException(
                AdminFailure.WrongUse, "The request names no value to look up.", $"'identifiers' with 1 to {IdentifiersMax} entries of 'type' and 'value'");
        }
    }
}
