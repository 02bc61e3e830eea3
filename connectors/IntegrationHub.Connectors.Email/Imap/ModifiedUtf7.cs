using System.Buffers.Text;
using System.Text;

namespace IntegrationHub.Connectors.Email.Imap;

/// <summary>Names of folders as they travel (RFC 3501 §5.1.3): ASCII stands for itself, the rest is base64 of UTF-16
/// between <c>&amp;</c> and <c>-</c>.</summary>
internal static class ModifiedUtf7
{
    internal static string Decode(string name)
    {
        var text = new StringBuilder(name.Length);
        for (var i = 0; i < name.Length; i++)
        {
            var end = name[i] == '&' ? name.IndexOf('-', i) : -1;
            if (end < 0)
            {
                text.Append(name[i]);
                continue;
            }

            text.Append(end == i + 1 ? "&" : Shifted(name[(i + 1)..end]) ?? name[i..(end + 1)]);
            i = end;
        }

        return text.ToString();
    }

    internal static string Encode(string name)
    {
        var text = new StringBuilder(name.Length);
        for (var i = 0; i < name.Length; i++)
        {
            if (name[i] is >= ' ' and <= '~')
            {
                text.Append(name[i] == '&' ? "&-" : name[i]);
                continue;
            }

            var start = i;
            while (i + 1 < name.Length && name[i + 1] is < ' ' or > '~')
            {
                i++;
            }

            var base64 = Convert.ToBase64String(Encoding.BigEndianUnicode.GetBytes(name[start..(i + 1)]));
            text.Append('&').Append(base64.TrimEnd('=').Replace('/', ',')).Append('-');
        }

        return text.ToString();
    }

    private static string? Shifted(string base64)
    {
        var padded = base64.Replace(',', '/').PadRight((base64.Length + 3) / 4 * 4, '=');
        return Base64.IsValid(padded) ? Encoding.BigEndianUnicode.GetString(Convert.FromBase64String(padded)) : null;
    }
}
