using System.Collections.Frozen;
using System.Globalization;

namespace IntegrationHub.Sync.Gate;

/// <summary>Folds an e-mail address to the form that is the same for everything its provider delivers to one mailbox.</summary>
/// <remarks>Upper case and internationalised domains are folded everywhere. Plus tags and dots go only where the
/// provider is known to ignore them; elsewhere they may be another person's address. Thread-safe.</remarks>
public static class EmailNormalizer
{
    private const int AddressCharsMax = 254;
    private const int LocalCharsMax = 64;

    private static readonly IdnMapping Idn = new();

    private static readonly FrozenDictionary<string, MailProvider> Providers = Load();

    private static readonly FrozenDictionary<string, MailProvider>.AlternateLookup<ReadOnlySpan<char>> ProviderLookup =
        Providers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Normalises an address.</summary>
    /// <param name="text">The address as written; <c>mailto:</c>, angle brackets and a display name may stand around it.</param>
    /// <returns>The folded address, or the text without surrounding blanks when it is no address.</returns>
    public static string Normalize(string text) => TryNormalize(text, out var address) ? address : text.Trim();

    /// <summary>Normalises an address.</summary>
    /// <param name="text">The address as written.</param>
    /// <param name="address">The folded address.</param>
    /// <returns><see langword="false"/> when the text is no address.</returns>
    public static bool TryNormalize(string text, out string address)
    {
        ArgumentNullException.ThrowIfNull(text);

        address = string.Empty;
        var bare = Bare(text);
        var at = bare.LastIndexOf('@');
        if (at is < 1 or > LocalCharsMax || bare.Length > AddressCharsMax || !IsLocal(bare[..at]))
        {
            return false;
        }

        Span<char> buffer = stackalloc char[AddressCharsMax + 1];
        if (!TryFoldDomain(bare[(at + 1)..], out var domain))
        {
            return false;
        }

        var length = bare[..at].ToLowerInvariant(buffer);
        if (ProviderLookup.TryGetValue(domain, out var provider))
        {
            length = FoldLocal(buffer, length, provider);
            domain = provider.Domain ?? domain;
        }

        address = string.Concat(buffer[..length], "@", domain);
        if (address.Equals(text, StringComparison.Ordinal))
        {
            address = text;
        }

        return length > 0;
    }

    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        var open = text.LastIndexOf('<');
        if (open >= 0 && text[^1] == '>')
        {
            text = text[(open + 1)..^1].Trim();
        }

        if (text.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
        {
            text = text["mailto:".Length..];
            var query = text.IndexOf('?');
            text = query < 0 ? text : text[..query];
        }

        return text.Trim("\"'<>,;.\u200B\uFEFF \t");
    }

    private static bool IsLocal(ReadOnlySpan<char> local)
    {
        foreach (var c in local)
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c) || c is '@' or '<' or '>' or '(' or ')' or ',' or ';' or ':' or '"' or '\\' or '[' or ']')
            {
                return false;
            }
        }

        return local[0] != '.' && local[^1] != '.' && local.IndexOf("..") < 0;
    }

    private static bool TryFoldDomain(ReadOnlySpan<char> text, out string domain)
    {
        domain = string.Empty;
        text = text.TrimEnd('.');
        var dot = text.LastIndexOf('.');
        if (dot < 1 || text.Length - dot < 3)
        {
            return false;
        }

        var isPlain = true;
        foreach (var c in text)
        {
            if (c >= 0x80)
            {
                isPlain = false;
            }
            else if (!char.IsAsciiLetterOrDigit(c) && c is not ('.' or '-'))
            {
                return false;
            }
        }

        if (text[0] is '.' or '-' || text.IndexOf("..") >= 0)
        {
            return false;
        }

        domain = text.ToString().ToLowerInvariant();
        return isPlain || TryAscii(ref domain);
    }

    private static bool TryAscii(ref string domain)
    {
        try
        {
            domain = Idn.GetAscii(domain).ToLowerInvariant();
            return true;
        }
        catch (ArgumentException)
        {
            return false; // no such international name can exist, so this is no address
        }
    }

    private static int FoldLocal(Span<char> local, int length, MailProvider provider)
    {
        var tag = provider.IgnoresPlusTags ? local[..length].IndexOf('+') : -1;
        length = tag > 0 ? tag : length;
        if (!provider.IgnoresDots)
        {
            return length;
        }

        var kept = 0;
        for (var i = 0; i < length; i++)
        {
            if (local[i] != '.')
            {
                local[kept++] = local[i];
            }
        }

        return kept;
    }

    private static FrozenDictionary<string, MailProvider> Load()
    {
        var providers = new Dictionary<string, MailProvider>(StringComparer.Ordinal)
        {
            ["gmail.com"] = new(IgnoresPlusTags: true, IgnoresDots: true, "gmail.com"),
            ["googlemail.com"] = new(IgnoresPlusTags: true, IgnoresDots: true, "gmail.com"),
        };
        string[] plusOnly =
        [
            "outlook.com", "hotmail.com", "live.com", "msn.com", "hotmail.co.uk", "hotmail.de", "hotmail.fr", "outlook.de", "outlook.fr", "live.co.uk",
            "live.de", "live.nl", "hotmail.nl", "hotmail.es", "hotmail.it", "icloud.com", "me.com", "mac.com", "fastmail.com", "fastmail.fm",
            "proton.me", "protonmail.com", "protonmail.ch", "pm.me",
        ];
        foreach (var domain in plusOnly)
        {
            providers[domain] = new MailProvider(IgnoresPlusTags: true, IgnoresDots: false, null);
        }

        return providers.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
