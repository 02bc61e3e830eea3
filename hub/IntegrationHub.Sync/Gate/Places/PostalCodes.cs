using System.Collections.Frozen;

namespace IntegrationHub.Sync.Gate.Places;

/// <summary>How the countries print their postal codes. Source: the addressing systems published by the Universal Postal Union.</summary>
internal static class PostalCodes
{
    // A country, the signs that people put before its codes, and its forms: # a digit, @ a letter, * either; letters stand for themselves.
    private const string Table = """
        AD _ AD###;AT A ####;AU _ ####;BE B ####;BG _ ####;BR _ #####-###;CA _ @#@_#@#;CH CH ####;CY _ ####;CZ _ ###_##;DE D #####;
        DK DK ####;EE _ #####;ES E #####;FI FIN #####;FR F #####;GB _ @#_#@@ @##_#@@ @@#_#@@ @@##_#@@ @#@_#@@ @@#@_#@@;GR _ ###_##;HR _ #####;
        HU H ####;IE _ *##_**** *#@_****;IN _ ######;IS IS ###;IT I #####;JP _ ###-####;KR _ #####;LI FL ####;LT _ LT-#####;LU L ####;LV _ LV-####;
        MT _ @@@_####;MX _ #####;NL _ ####_@@;NO N ####;NZ _ ####;PL _ ##-###;PT P ####-###;RO _ ######;SE S ###_##;SI SLO ####;SK _ ###_##;
        US _ ##### #####-####
        """;

    private const int FormCharsMax = 16;

    private static readonly FrozenDictionary<string, (string Sign, string[] Forms)> ByCountry = Read();

    /// <summary>Writes a code as its country prints it.</summary>
    /// <param name="code">The code in capitals, however it is spaced, with or without a sign of its country before it.</param>
    /// <param name="country">The country as an alpha-2 code.</param>
    /// <returns>The code, or <see langword="null"/> when it has none of the country's forms.</returns>
    internal static string? Find(string code, string country)
    {
        if (!ByCountry.TryGetValue(country, out var entry))
        {
            return null;
        }

        var dense = Dense(code);
        foreach (var form in entry.Forms)
        {
            if ((Fitted(dense, form) ?? Behind(dense, country, form) ?? Behind(dense, entry.Sign, form)) is { } fitted)
            {
                return fitted;
            }
        }

        return null;
    }

    private static string? Behind(string dense, string sign, string form) =>
        dense.StartsWith(sign, StringComparison.Ordinal) ? Fitted(dense.AsSpan(sign.Length), form) : null;

    private static string Dense(string code) =>
        code.AsSpan().IndexOfAny(' ', '-') < 0
            ? code
            : code.Replace(" ", string.Empty, StringComparison.Ordinal).Replace("-", string.Empty, StringComparison.Ordinal);

    // The letters that stand for themselves may be missing.
    private static string? Fitted(ReadOnlySpan<char> dense, string form)
    {
        Span<char> written = stackalloc char[FormCharsMax];
        var next = 0;
        for (var i = 0; i < form.Length; i++)
        {
            var isPlace = form[i] is '#' or '@' or '*';
            if (isPlace && (next == dense.Length || !Fits(dense[next], form[i])))
            {
                return null;
            }

            written[i] = isPlace ? dense[next] : form[i];
            next += isPlace || (next < dense.Length && dense[next] == form[i]) ? 1 : 0;
        }

        return next == dense.Length ? new string(written[..form.Length]) : null;
    }

    private static bool Fits(char letter, char place) => place switch
    {
        '#' => char.IsAsciiDigit(letter),
        '@' => char.IsAsciiLetterUpper(letter),
        _ => char.IsAsciiDigit(letter) || char.IsAsciiLetterUpper(letter),
    };

    private static FrozenDictionary<string, (string Sign, string[] Forms)> Read()
    {
        var countries = new Dictionary<string, (string Sign, string[] Forms)>(StringComparer.Ordinal);
        foreach (var line in Table.Split(';', StringSplitOptions.TrimEntries))
        {
            var parts = line.Split(' ');
            countries.Add(parts[0], (parts[1], [.. parts.Skip(2).Select(static f => f.Replace('_', ' '))]));
        }

        return countries.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
