using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace IntegrationHub.Sdk.Testing.Recordings;

/// <summary>Replaces e-mail addresses and phone numbers, the same one by the same each time. The key is never written down.</summary>
internal sealed partial class Pseudonyms
{
    private const int PhoneDigitsMin = 7;
    private const int PhoneDigitsMax = 15;

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    internal string Apply(string? name, string text)
    {
        var mailed = text.Contains('@', StringComparison.Ordinal)
            ? Email().Replace(text, m => $"person-{Convert.ToHexStringLower(Hash(m.Value.ToLowerInvariant())[..4])}@example.com")
            : text;
        return IsPhone(name, mailed) ? OtherDigits(mailed) : mailed;
    }

    // Ids and amounts are digits too: only what is named or written as a phone number is taken for one.
    private static bool IsPhone(string? name, string text)
    {
        var digits = text.Count(char.IsAsciiDigit);
        return digits is >= PhoneDigitsMin and <= PhoneDigitsMax
            && text.All(c => char.IsAsciiDigit(c) || c is '+' or ' ' or '-' or '(' or ')' or '.' or '/')
            && (text[0] == '+' || (name is not null && PhoneName().IsMatch(name)));
    }

    private string OtherDigits(string text)
    {
        var isInternational = text[0] == '+';
        var hash = Hash(string.Concat(text.Where(char.IsAsciiDigit)));
        var seen = 0;
        return string.Concat(text.Select(c =>
        {
            if (!char.IsAsciiDigit(c))
            {
                return c;
            }

            // The country stays, for those who read phone numbers by it.
            var at = seen++;
            return isInternational && at < 3 ? c : (char)('0' + (hash[at] % 10));
        }));
    }

    private byte[] Hash(string text) => HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text));

    [GeneratedRegex(@"[A-Za-z0-9._%+\-]{1,64}@[A-Za-z0-9.\-]{1,200}\.[A-Za-z]{2,24}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Email();

    [GeneratedRegex("phone|mobile|telefon|fax|(^|_)tel($|_)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PhoneName();
}
