namespace IntegrationHub.Identity.Standardising;

/// <summary>Reduces a phone number to its last ten signs, where notations with and without country code agree.</summary>
internal static class PhoneStandardiser
{
    public const int LengthMin = 6;
    private const int LengthMax = 10;
    private const int TailLength = 7;

    /// <summary>Writes the reduced number; nothing for numbers that cannot be somebody's.</summary>
    public static ReadOnlySpan<char> Reduce(ReadOnlySpan<char> text, Span<char> buffer)
    {
        var length = CharFolding.FoldCompact(text, buffer);
        var extension = buffer[..length].IndexOf("ext");
        var reduced = buffer[..(extension >= LengthMin ? extension : length)];
        reduced = reduced[^Math.Min(reduced.Length, LengthMax)..];
        return reduced.Length < LengthMin || IsPlaceholder(reduced) ? default : (ReadOnlySpan<char>)reduced;
    }

    private static bool IsPlaceholder(ReadOnlySpan<char> number)
    {
        var tail = number[^Math.Min(number.Length, TailLength)..];
        var isSame = !tail.ContainsAnyExcept(tail[0]);
        return isSame || "01234567890123456789".AsSpan().IndexOf(tail) >= 0 || "98765432109876543210".AsSpan().IndexOf(tail) >= 0;
    }
}
