using IntegrationHub.Sync.Gate.Cards;

namespace IntegrationHub.Sync.Gate;

/// <summary>Checks a source's own key.</summary>
internal static class KeyCheck
{
    private const int OldVisaDigits = 13;

    /// <summary>Finds what is wrong with a key.</summary>
    /// <param name="what">What the key is called in the reason.</param>
    /// <param name="key">The key.</param>
    /// <param name="options">The limits.</param>
    /// <returns>The reason without the key; <see langword="null"/> when the key is good.</returns>
    /// <remarks>A key cannot be masked without becoming another one, so a payment card number as key is refused. Keys of
    /// 13 digits pass: shops number their customers so, and cards of 13 digits are long gone.</remarks>
    internal static string? FindFault(string what, string key, GateOptions options)
    {
        if (key.Length > options.KeyCharsMax)
        {
            return $"The {what} has {key.Length} characters; expected at most {options.KeyCharsMax}.";
        }

        if (TextFault.Find(key) is { } fault)
        {
            return $"The {what} {fault}.";
        }

        if (key.AsSpan().IndexOfAny('\t', '\n', '\r') >= 0)
        {
            return $"The {what} holds a tab or line break; expected one line.";
        }

        return key.Length > OldVisaDigits && !ReferenceEquals(CardMasker.Mask(key), key)
            ? $"The {what} looks like a payment card number; expected the source's own id, which may not be a card number."
            : null;
    }
}
