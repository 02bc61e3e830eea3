namespace IntegrationHub.Sync.Gate;

/// <summary>How a text is cased.</summary>
internal static class LetterCase
{
    /// <summary>Says whether a text is all capitals or all small letters, so that its case says nothing.</summary>
    /// <param name="text">The text.</param>
    /// <returns><see langword="true"/> when all cased letters are of one kind and there are any.</returns>
    internal static bool IsUniform(ReadOnlySpan<char> text)
    {
        var (upper, lower) = (false, false);
        foreach (var c in text)
        {
            upper |= char.IsUpper(c);
            lower |= char.IsLower(c);
        }

        return upper != lower;
    }
}
