using System.Collections.Concurrent;
using System.Text;

namespace IntegrationHub.Connectors.Email.Mime;

/// <summary>Encodings by the names that mails use. Thread-safe.</summary>
/// <remarks>The code pages are asked directly and not registered: a registration would outlive the plugin.</remarks>
internal static class Charsets
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private static readonly ConcurrentDictionary<string, Encoding> Known = new(
        new Dictionary<string, Encoding>(StringComparer.OrdinalIgnoreCase)
        {
            // What calls itself ASCII or Latin-1 is in practice windows-1252, which holds both.
            ["us-ascii"] = Windows1252,
            ["ascii"] = Windows1252,
            ["iso-8859-1"] = Windows1252,
            ["latin1"] = Windows1252,
            ["utf-8"] = Encoding.UTF8,
            ["utf8"] = Encoding.UTF8,
        },
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Decodes with a named charset; unknown names and bytes without a name are guessed.</summary>
    internal static string Decode(ReadOnlySpan<byte> bytes, string? charset)
    {
        var encoding = charset is null ? null : Find(charset.Trim().Trim('"', '\''));
        if (encoding is null || ReferenceEquals(encoding, Windows1252))
        {
            return DecodeUnlabelled(bytes);
        }

        return encoding.GetString(bytes);
    }

    /// <summary>UTF-8 where the bytes are valid UTF-8, else windows-1252.</summary>
    internal static string DecodeUnlabelled(ReadOnlySpan<byte> bytes)
    {
        if (Ascii.IsValid(bytes))
        {
            return Encoding.ASCII.GetString(bytes);
        }

        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Windows1252.GetString(bytes);
        }
    }

    private static Encoding? Find(string name)
    {
        if (name.Length is 0 or > 40)
        {
            return null;
        }

        if (Known.TryGetValue(name, out var known))
        {
            return known;
        }

        try
        {
            var found = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
            return Known.GetOrAdd(name, found); // Bounded: only names of real encodings get here.
        }
        catch (ArgumentException)
        {
            return null; // An invented charset; the caller guesses.
        }
        catch (NotSupportedException)
        {
            return null; // UTF-7, which .NET refuses.
        }
    }
}
