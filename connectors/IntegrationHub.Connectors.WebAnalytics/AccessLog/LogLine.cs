using System.Buffers.Text;
using System.Text;

namespace IntegrationHub.Connectors.WebAnalytics.AccessLog;

/// <summary>One request, as Apache and nginx write it in the common and the combined format.</summary>
internal readonly struct LogLine
{
    /// <summary>Gets the address that asked.</summary>
    internal string Host { get; private init; }

    /// <summary>Gets the user name, or <see langword="null"/> when nobody was logged in.</summary>
    internal string? User { get; private init; }

    internal DateTimeOffset Time { get; private init; }

    /// <summary>Gets the whole request line: method, target, protocol.</summary>
    internal string Request { get; private init; }

    /// <summary>Gets the method; empty when the request could not be read by the web server.</summary>
    internal string Method { get; private init; }

    /// <summary>Gets the path with its query, as it was asked for.</summary>
    internal string Target { get; private init; }

    internal int Status { get; private init; }

    internal long Bytes { get; private init; }

    internal string? Referrer { get; private init; }

    internal string? Agent { get; private init; }

    /// <summary>Gets the path without its query, which may hold a person's values.</summary>
    internal string Path => Target.IndexOf('?', StringComparison.Ordinal) is var query and >= 0 ? Target[..query] : Target;

    /// <summary>Reads a line. A host name before the address, as in Apache's <c>vhost_combined</c>, is passed over.</summary>
    internal static bool TryParse(ReadOnlySpan<byte> line, out LogLine parsed)
    {
        parsed = default;
        var opening = line.IndexOf(" ["u8);
        var rest = opening < 0 ? default : line[(opening + 2)..];
        var closing = rest.IndexOf((byte)']');
        if (closing < 0 || !LogTime.TryParse(rest[..closing], out var time) || !TryParseWho(line[..opening], out var host, out var user))
        {
            return false;
        }

        var fields = new QuotedFields(rest[(closing + 1)..]);
        if (!fields.TryQuoted(out var request) || !fields.TryWord(out var status) || !fields.TryWord(out var bytes)
            || !Utf8Parser.TryParse(status, out int code, out var used) || used != status.Length || code is < 100 or > 999)
        {
            return false;
        }

        var (method, target) = Split(request!);
        parsed = new LogLine
        {
            Host = host,

            // A name that was refused is nobody's.
            User = code == 401 ? null : user,
            Time = time,
            Request = request!,
            Method = method,
            Target = target,
            Status = code,
            Bytes = Utf8Parser.TryParse(bytes, out long size, out _) ? size : 0,
            Referrer = fields.TryQuoted(out var referrer) ? Known(referrer) : null,
            Agent = fields.TryQuoted(out var agent) ? Known(agent) : null,
        };
        return true;
    }

    private static bool TryParseWho(ReadOnlySpan<byte> text, out string host, out string? user)
    {
        (host, user) = (string.Empty, null);
        var first = text.IndexOf((byte)' ');
        var second = first < 0 ? -1 : text[(first + 1)..].IndexOf((byte)' ');
        if (first <= 0 || second < 0)
        {
            return false;
        }

        var ident = text.Slice(first + 1, second);
        var name = text[(first + second + 2)..];
        if (text[..first].Contains((byte)':') && ident.IndexOfAny((byte)'.', (byte)':') >= 0 && name.IndexOf((byte)' ') is var third and >= 0)
        {
            host = Encoding.UTF8.GetString(ident);
            name = name[(third + 1)..];
        }
        else
        {
            host = Encoding.UTF8.GetString(text[..first]);
        }

        user = Known(LogEscapes.Undo(name));
        return true;
    }

    private static (string Method, string Target) Split(string request)
    {
        var first = request.IndexOf(' ', StringComparison.Ordinal);
        var last = request.LastIndexOf(' ');
        return first <= 0 ? (string.Empty, request)
            : last > first && request.AsSpan(last + 1).StartsWith("HTTP/", StringComparison.Ordinal) ? (request[..first], request[(first + 1)..last])
            : (request[..first], request[(first + 1)..]);
    }

    private static string? Known(string? value) => value is null or "" or "-" ? null : value;
}
