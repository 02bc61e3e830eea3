using System.Runtime.InteropServices;

namespace IntegrationHub.Identity.Scoring;

/// <summary>
/// What the common characters of two texts must come to for a Jaro-Winkler similarity: 3 * jaro - 1, by whether they start
/// alike, in parts of 1 / 2^<see cref="Scale"/>, rounded down, so that the bound is never too low.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct JaroBound(double similarity)
{
    public const int Scale = 10;

    private const double PrefixPart = .4;

    /// <summary>For texts with the same first character, which up to four may add to.</summary>
    public readonly int FirstSame = Scaled((similarity - PrefixPart) / (1 - PrefixPart));

    public readonly int FirstOther = Scaled(similarity);

    private static int Scaled(double jaro) => (int)Math.Floor((((jaro * 3) - 1) * (1 << Scale)) - 1);
}
