namespace IntegrationHub.Connectors.Email.Mime;

/// <summary>The parts of a <c>Content-Type</c> header that matter here (RFC 2045 §5, RFC 2231 for split parameters).</summary>
internal readonly record struct ContentType(string MediaType, string? Charset, string? Boundary, string? Name)
{
    internal bool IsMultipart => MediaType.StartsWith("multipart/", StringComparison.Ordinal);

    internal static ContentType Parse(string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return new ContentType("text/plain", null, null, null);
        }

        var semicolon = value.IndexOf(';', StringComparison.Ordinal);
        var mediaType = (semicolon < 0 ? value : value[..semicolon]).Trim().ToLowerInvariant();
        return new ContentType(mediaType, Parameter(value, "charset"), Parameter(value, "boundary"), Parameter(value, "name"));
    }

    /// <summary>Finds one parameter of a header such as <c>text/plain; charset="utf-8"</c>.</summary>
    internal static string? Parameter(string header, string name)
    {
        string? joined = null;
        var position = header.IndexOf(';', StringComparison.Ordinal);
        while (position >= 0 && position < header.Length)
        {
            var equals = header.IndexOf('=', position);
            if (equals < 0)
            {
                break;
            }

            var key = header[(position + 1)..equals].Trim();
            var value = ReadValue(header, equals + 1, out position);
            if (string.Equals(key, name, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }

            if (key.Length > name.Length && key[name.Length] == '*' && key.StartsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                var quote = value.LastIndexOf('\'');
                joined += key.EndsWith('*') && quote >= 0 ? Uri.UnescapeDataString(value[(quote + 1)..]) : value;
            }
        }

        return joined;
    }

    private static string ReadValue(string header, int start, out int next)
    {
        while (start < header.Length && char.IsWhiteSpace(header[start]))
        {
            start++;
        }

        if (start < header.Length && header[start] == '"')
        {
            var close = header.IndexOf('"', start + 1);
            close = close < 0 ? header.Length : close;
            next = header.IndexOf(';', close);
            return header[(start + 1)..close];
        }

        next = header.IndexOf(';', start);
        return (next < 0 ? header[start..] : header[start..next]).Trim();
    }
}
