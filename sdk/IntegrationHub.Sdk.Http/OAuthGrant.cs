using IntegrationHub.Sdk.Settings;

namespace IntegrationHub.Sdk.Http;

/// <summary>What a token endpoint gave.</summary>
/// <param name="Token">The access token.</param>
/// <param name="Lifetime">How long it lives, when the vendor says.</param>
/// <param name="Refresh">The refresh token for the next time, when the vendor gave one.</param>
internal sealed record OAuthGrant(Secret Token, TimeSpan? Lifetime, Secret? Refresh)
{
    public override string ToString() => "grant ***";
}
