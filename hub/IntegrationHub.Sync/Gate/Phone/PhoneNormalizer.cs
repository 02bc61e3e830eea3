namespace IntegrationHub.Sync.Gate.Phone;

/// <summary>Reads phone numbers as people write them and gives E.164, by the metadata of libphonenumber.</summary>
/// <remarks>Thread-safe. A number counts as understood when its length and first digits fit a region of its calling
/// code; where a text can be read in two ways, the reading in a range that is handed out wins.</remarks>
public static class PhoneNormalizer
{
    private const int InternationalDigitsMin = 11;


    /// <summary>Normalises a number.</summary>
    /// <param name="text">The number as written: separators, brackets, labels, letters and extensions are understood.</param>
    /// <param name="region">The region (ISO 3166 alpha-2) of numbers without an international prefix.</param>
    /// <returns>E.164, or the text without surrounding blanks when it is not a number.</returns>
    public static string Normalize(string text, string region) =>
        TryParse(text, region, out var number) ? number.E164 : text.Trim();

    /// <summary>Reads a number.</summary>
    /// <param name="text">The number as written.</param>
    /// <param name="region">The region (ISO 3166 alpha-2) of numbers without an international prefix.</param>
    /// <param name="number">The number.</param>
    /// <returns><see langword="true"/> when it was understood.</returns>
    public static bool TryParse(string text, string region, out PhoneNumber number)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(region);

        var validity = Read(text, region, out number);
        return validity != PhoneValidity.None;
    }

    internal static PhoneValidity Read(string text, string region, out PhoneNumber number)
    {
        number = default;
        Span<char> buffer = stackalloc char[PhoneText.DigitsMax];
        if (!PhoneText.TryRead(text, buffer, out var written))
        {
            return PhoneValidity.None;
        }

        var digits = new string(buffer[..written.DigitCount]);
        var reading = written.HasPlus ? International(digits) : WithoutPlus(digits, region);
        if (reading.E164 is not null)
        {
            number = new PhoneNumber(reading.E164, written.Extension);
        }

        return reading.Validity;
    }

    private static Reading WithoutPlus(string digits, string regionName)
    {
        var region = PhoneMetadata.Of(regionName);
        var best = region is null ? default : Better(Abroad(digits, region), National(digits, region));
        if (region is not null && digits.StartsWith(region.CallingCode, StringComparison.Ordinal))
        {
            // 4915112345678 is German without its plus, though 04915 would also be a place: nobody leaves out the trunk prefix of so long a number.
            var withCode = National(digits[region.CallingCode.Length..], region);
            var isLikelier = withCode.Validity == PhoneValidity.Strict && digits.Length >= InternationalDigitsMin && region.HasTrunkPrefix
                && ReferenceEquals(region.StripNationalPrefix(digits), digits);
            best = isLikelier ? withCode : Better(best, withCode);
        }

        if (best.Validity == PhoneValidity.None && digits.StartsWith("00", StringComparison.Ordinal))
        {
            best = International(digits[2..]);
        }

        return best;
    }

    private static Reading Abroad(string digits, PhoneRegion region)
    {
        var prefix = region.InternationalPrefixLength(digits);
        return prefix > 0 ? International(digits[prefix..]) : default;
    }

    private static Reading International(string digits)
    {
        var (code, national) = PhoneMetadata.Split(digits);
        var best = default(Reading);
        foreach (var region in PhoneMetadata.Sharing(code))
        {
            best = Better(best, National(national, region));
            if (best.Validity == PhoneValidity.Strict)
            {
                break;
            }
        }

        return best;
    }

    private static Reading National(string digits, PhoneRegion region)
    {
        var national = region.StripNationalPrefix(digits);
        var validity = region.Check(national);
        if (validity != PhoneValidity.Strict)
        {
            foreach (var other in PhoneMetadata.Sharing(region.CallingCode))
            {
                var there = validity == PhoneValidity.General ? other.CheckStrict(national) : other.Check(national);
                if (there > validity)
                {
                    validity = there;
                }

                if (validity == PhoneValidity.Strict)
                {
                    break;
                }
            }
        }

        return validity == PhoneValidity.None ? default : new Reading(validity, string.Concat("+", region.CallingCode, national));
    }

    private static Reading Better(Reading first, Reading second) => second.Validity > first.Validity ? second : first;

    private readonly record struct Reading(PhoneValidity Validity, string? E164);
}
