namespace IntegrationHub.Sdk.Http;

/// <summary>Reads the <c>Link</c> header (RFC 8288) that many APIs page by.</summary>
public static class LinkHeader
{
    /// <summary>Finds the link of relation <c>next</c>.</summary>
    /// <param name="answer">The answer.</param>
    /// <returns>The address as sent, or <see langword="null"/> when there is none.</returns>
    public static string? Next(HttpAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);

        var rest = answer.Header("Link").AsSpan();
        while (rest.IndexOf('<') is var open and >= 0 && rest[open..].IndexOf('>') is var length and > 0)
        {
            var address = rest[(open + 1)..(open + length)];
            rest = rest[(open + length + 1)..];
            var next = rest.IndexOf('<');
            var parameters = next < 0 ? rest : rest[..next];
            if (parameters.Contains("rel=\"next\"", StringComparison.OrdinalIgnoreCase)
                || parameters.Contains("rel=next", StringComparison.OrdinalIgnoreCase))
            {
                return address.ToString();
            }
        }

        return null;
    }
}
