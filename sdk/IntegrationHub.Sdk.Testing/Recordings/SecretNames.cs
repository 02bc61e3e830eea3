namespace IntegrationHub.Sdk.Testing.Recordings;

/// <summary>Tells by the name of a field whether its value is secret.</summary>
internal static class SecretNames
{
    private static readonly string[] Parts =
        ["token", "secret", "password", "passwd", "apikey", "accesskey", "privatekey", "authorization", "credential", "cookie", "signature"];

    private static readonly string[] Whole = ["auth", "jwt", "pwd", "pass", "session", "sessionid", "sid", "sig", "codeverifier", "assertion", "otp"];

    // A token that leads to the next page is needed to find it; what describes a token is none.
    private static readonly string[] Exempt = ["page", "next", "prev", "cursor", "continuation", "sync", "delta"];
    private static readonly string[] ExemptEnds = ["type", "endpoint", "url", "expiresin", "expiresat", "expiry"];

    /// <summary>Says whether an answer hands out a login by that name.</summary>
    internal static bool IsHandedOut(string name) => Plain(name) is "accesstoken" or "refreshtoken" or "idtoken" or "sessiontoken";

    internal static bool Holds(string name)
    {
        var plain = Plain(name);
        return !Exempt.Any(e => plain.Contains(e, StringComparison.Ordinal))
            && !ExemptEnds.Any(e => plain.EndsWith(e, StringComparison.Ordinal))
            && (Whole.Contains(plain, StringComparer.Ordinal) || Parts.Any(p => plain.Contains(p, StringComparison.Ordinal)));
    }

    private static string Plain(string name) => string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
}
