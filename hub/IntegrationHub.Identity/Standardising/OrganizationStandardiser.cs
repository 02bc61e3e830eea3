namespace IntegrationHub.Identity.Standardising;

/// <summary>Reduces a company name to its telling words: legal forms and filler words off.</summary>
internal sealed class OrganizationStandardiser(WordPool words)
{
    private const int WordsMax = 8;

    /// <summary>Says whether a text names a company by its legal form.</summary>
    public static bool HasLegalForm(string text)
    {
        Span<char> folded = stackalloc char[CharFolding.LengthMax];
        folded = folded[..CharFolding.Fold(text, folded)];
        var last = folded[(folded.LastIndexOf(' ') + 1)..];
        return last.Length < folded.Length && last.Length > 2 && WordLists.CompanyForms.Contains(last);
    }

    public void Write(string text, IntBuffer output)
    {
        Span<char> folded = stackalloc char[CharFolding.LengthMax];
        folded = folded[..CharFolding.Fold(text, folded)];
        var start = output.Count;
        output.Add(0);
        output.Add(0);
        Span<char> joined = stackalloc char[CharFolding.LengthMax];
        var length = 0;
        foreach (var range in new WordSplitter(folded))
        {
            var word = folded[range];
            if (output.Count - start - OrganizationView.HeaderLength == WordsMax || IsFiller(word))
            {
                continue;
            }

            word.CopyTo(joined[length..]);
            length += word.Length;
            output.Add(words.Intern(word));
        }

        output[start] = output.Count - start;
        output[start + 1] = words.Intern(length > 0 ? joined[..length] : folded);
    }

    private static bool IsFiller(ReadOnlySpan<char> word) =>
        WordLists.CompanyForms.Contains(word) || WordLists.OrganizationFillers.Contains(word) || WordLists.Placeholders.Contains(word);
}
