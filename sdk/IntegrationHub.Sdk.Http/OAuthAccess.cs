using System.Globalization;
using IntegrationHub.Sdk.Settings;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Http;

/// <summary>An access token and until when to use it.</summary>
/// <param name="Token">The token.</param>
/// <param name="UsableUntil">When it is to be renewed, the skew already taken off.</param>
/// <param name="Origin">What it was got with, hashed: with another login it does not count.</param>
internal sealed record OAuthAccess(Secret Token, DateTimeOffset UsableUntil, string Origin)
{
    internal bool IsSame(OAuthAccess? other) => other is not null && Token.Reveal() == other.Token.Reveal();

    internal Secret Write() => new(new JObject
    {
        ["token"] = Token.Reveal(),
        ["usableUntil"] = UsableUntil.ToString("O", CultureInfo.InvariantCulture),
        ["origin"] = Origin,
    }.ToString(Formatting.None));

    /// <summary>Reads what <see cref="Write"/> wrote; what cannot be read counts as nothing kept.</summary>
    internal static OAuthAccess? Read(Secret? kept)
    {
        if (kept is null)
        {
            return null;
        }

        try
        {
            using var reader = new JsonTextReader(new StringReader(kept.Reveal())) { DateParseHandling = DateParseHandling.None };
            var body = JObject.Load(reader);
            return (string?)body["token"] is { Length: > 0 } token
                && (string?)body["origin"] is { } origin
                && DateTimeOffset.TryParse((string?)body["usableUntil"], CultureInfo.InvariantCulture, out var until)
                    ? new OAuthAccess(new Secret(token), until, origin)
                    : null;
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            return null;
        }
    }

    public override string ToString() => "access token ***";
}
