using System.Globalization;
using System.Text;

namespace IntegrationHub.Connectors.Lists.VCard;

/// <summary>Undoes quoted-printable, which vCard 2.1 uses for anything beyond ASCII.</summary>
internal static class QuotedPrintable
{
    internal const string Name = "QUOTED-PRINTABLE";

    internal static bool IsUsed(string? encoding) => Name.Equals(encoding, StringComparison.OrdinalIgnoreCase);

    internal static string Decode(string text, string? charset)
    {
        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '=' && i + 2 < text.Length
                && byte.TryParse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                bytes.Add(value);
                i += 2;
            }
            else
            {
                // Not encoded though it should be; the file's own encoding has read it already.
                bytes.AddRange(Encoding.UTF8.GetBytes(text, i, char.IsHighSurrogate(text[i]) && i + 1 < text.Length ? 2 : 1));
                i += char.IsHighSurrogate(text[i]) && i + 1 < text.Length ? 1 : 0;
            }
        }

        return EncodingOf(charset, [.. bytes]).GetString([.. bytes]).Replace("\r\n", "\n", StringComparison.Ordinal);
    }

    private static Encoding EncodingOf(string? charset, byte[] bytes)
    {
        if (charset is not null)
        {
            try
            {
                return CodePagesEncodingProvider.Instance.GetEncoding(charset) ?? Encoding.GetEncoding(charset);
            }
            catch (ArgumentException)
            {
                // An unknown name is as good as none.
                return Guess(bytes);
            }
        }

        return Guess(bytes);
    }

    private static Encoding Guess(byte[] bytes) =>
        System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
}
