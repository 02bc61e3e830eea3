namespace IntegrationHub.Sync.Gate;

/// <summary>What may not stand in a text that is stored.</summary>
internal static class TextFault
{
    /// <summary>Finds what is wrong with a text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The rule it breaks, or <see langword="null"/>.</returns>
    internal static string? Find(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is < ' ' or '\u007F')
            {
                if (c is not ('\t' or '\n' or '\r'))
                {
                    return "holds a control character; expected text with no control characters but tab and line break";
                }
            }
            else if (char.IsSurrogate(c))
            {
                if (!char.IsHighSurrogate(c) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))
                {
                    return "holds half a surrogate pair; expected well-formed Unicode";
                }

                i++;
            }
        }

        return null;
    }

    /// <summary>Replaces lone surrogates, so that the text can be written as UTF-8.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The same text object when it is well-formed.</returns>
    internal static string WellFormed(string text)
    {
        var isWellFormed = true;
        for (var i = 0; i < text.Length && isWellFormed; i++)
        {
            if (char.IsSurrogate(text[i]))
            {
                isWellFormed = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
                i++;
            }
        }

        return isWellFormed ? text : System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));
    }
}
