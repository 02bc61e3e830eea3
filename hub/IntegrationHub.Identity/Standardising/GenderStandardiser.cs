namespace IntegrationHub.Identity.Standardising;

/// <summary>Reads gender as far as it is comparable.</summary>
internal static class GenderStandardiser
{
    public const int Male = 1;
    public const int Female = 2;

    /// <returns>0 for anything but male or female.</returns>
    public static int Read(ReadOnlySpan<char> text)
    {
        Span<char> buffer = stackalloc char[16];
        var word = buffer[..CharFolding.FoldCompact(text, buffer)];
        return word switch
        {
            "m" or "male" or "man" or "mann" or "masculine" or "mannlich" or "maennlich" or "h" or "homme" => Male,
            "f" or "female" or "woman" or "frau" or "feminine" or "weiblich" or "w" or "femme" => Female,
            _ => 0,
        };
    }
}
