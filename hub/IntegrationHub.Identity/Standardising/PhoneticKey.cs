namespace IntegrationHub.Identity.Standardising;

/// <summary>
/// Writes down how a word sounds, coarsely. After Lawrence Philips' Metaphone (1990), reduced: vowels count only at the
/// start, voiced and unvoiced partners are one class (b p, d t, g k, v f, z s), h, w and y fall away, doubles collapse.
/// </summary>
internal static class PhoneticKey
{
    private const int LengthMax = 6;
    private const int BitsPerSound = 4;

    /// <summary>Gives the key; 0 for no word. Words in other scripts are their own sound.</summary>
    public static uint Of(ReadOnlySpan<char> word)
    {
        if (word.IsEmpty)
        {
            return 0;
        }

        if (!char.IsAsciiLetter(word[0]))
        {
            return (uint)StableHash.Of(word) | 0x80000000;
        }

        var key = 0u;
        var sounds = 0;
        var last = Sound.None;
        for (var i = SkipSilentStart(word); i < word.Length && sounds < LengthMax; i++)
        {
            var sound = SoundAt(word, i, sounds == 0);
            if (sound == Sound.Joined)
            {
                continue;
            }

            if (sound != Sound.None && sound != last)
            {
                key = (key << BitsPerSound) | (uint)sound;
                sounds++;
            }

            last = sound;
        }

        return key | (1u << (LengthMax * BitsPerSound));
    }

    private static int SkipSilentStart(ReadOnlySpan<char> word) =>
        word.Length > 1 && (word[0], word[1]) is ('k', 'n') or ('g', 'n') or ('p', 'n') or ('w', 'r') or ('p', 's') ? 1 : 0;

    private static Sound SoundAt(ReadOnlySpan<char> word, int i, bool isFirst)
    {
        var next = i + 1 < word.Length ? word[i + 1] : '\0';
        return word[i] switch
        {
            'a' or 'e' or 'i' or 'o' or 'u' => isFirst ? Sound.Vowel : Sound.None,
            'y' => isFirst ? Sound.Vowel : Sound.None,
            'h' => isFirst ? Sound.H : Sound.Joined,
            'w' => isFirst ? Sound.F : Sound.Joined,
            'b' => Sound.P,
            'p' => next == 'h' ? Sound.F : Sound.P,
            'f' or 'v' => Sound.F,
            'd' => next == 'g' ? Sound.Joined : Sound.T,
            't' => Sound.T,
            'c' => next is 'e' or 'i' or 'y' or 'h' ? Sound.S : Sound.K,
            'g' when next == 'h' && !isFirst => Sound.Joined,
            'g' => next is 'e' or 'i' or 'y' ? Sound.J : Sound.K,
            'j' => Sound.J,
            'k' or 'q' => Sound.K,
            'x' => isFirst ? Sound.S : Sound.K,
            's' or 'z' => Sound.S,
            'l' => Sound.L,
            'm' => Sound.M,
            'n' => Sound.N,
            'r' => Sound.R,
            _ => Sound.None,
        };
    }

    private enum Sound : uint
    {
        None = 0,
        Vowel = 1,
        P = 2,
        F = 3,
        T = 4,
        S = 5,
        K = 6,
        J = 7,
        L = 8,
        M = 9,
        N = 10,
        R = 11,
        H = 12,
        Joined = 13,
    }
}
