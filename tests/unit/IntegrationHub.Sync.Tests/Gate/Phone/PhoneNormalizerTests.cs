using IntegrationHub.Sync.Gate.Phone;

namespace IntegrationHub.Sync.Tests.Gate.Phone;

public sealed class PhoneNormalizerTests
{
    [Theory]
    [InlineData("(402) 555-0143", "US", "+14025550143")]
    [InlineData("402.555.0143", "US", "+14025550143")]
    [InlineData("1-402-555-0143", "US", "+14025550143")]
    [InlineData("+1 402 555 0143", "DE", "+14025550143")]
    [InlineData("tel:+1-402-555-0143", "DE", "+14025550143")]
    [InlineData("Tel.: (402) 555-0143 (mobile)", "US", "+14025550143")]
    [InlineData("1-800-FLOWERS", "US", "+18003569377")]
    [InlineData("1-800-CALL-ATT", "US", "+18002255288")]
    [InlineData("011 49 30 12345678", "US", "+493012345678")]
    [InlineData("0049 30 12345678", "DE", "+493012345678")]
    [InlineData("0049 30 12345678", "US", "+493012345678")]
    [InlineData("030/123456-78", "DE", "+493012345678")]
    [InlineData("4915112345678", "DE", "+4915112345678")]
    [InlineData("+44 (0)20 7946 0000", "US", "+442079460000")]
    [InlineData("020 7946 0000", "GB", "+442079460000")]
    [InlineData("06 12 34 56 78", "FR", "+33612345678")]
    [InlineData("06 1234 5678", "IT", "+390612345678")]
    [InlineData("8 (916) 123-45-67", "RU", "+79161234567")]
    [InlineData("\uFF0B81 90-1234-5678", "US", "+819012345678")]
    [InlineData("\u0664\u0660\u0662 555 0143", "US", "+14025550143")]
    public void A_number_becomes_E164(string text, string region, string expected) => Assert.Equal(expected, PhoneNormalizer.Normalize(text, region));

    [Theory]
    [InlineData("(402) 555-0143 x12", "12")]
    [InlineData("402-555-0143 ext. 7", "7")]
    [InlineData("+1 402 555 0143;ext=99", "99")]
    [InlineData("402 555 0143 #4", "4")]
    public void An_extension_is_kept_apart(string text, string extension)
    {
        Assert.True(PhoneNormalizer.TryParse(text, "US", out var number));
        Assert.Equal(new PhoneNumber("+14025550143", extension), number);
    }

    [Theory]
    [InlineData("555-0143")]
    [InlineData("none")]
    [InlineData("12")]
    [InlineData("000-000-0000")]
    [InlineData("ann@example.com")]
    [InlineData("+999 123 456")]
    [InlineData("402 555 0143 / 402 555 0144")]
    public void What_is_no_number_stays_as_written(string text) => Assert.Equal(text, PhoneNormalizer.Normalize(text, "US"));

    [Fact]
    public void Every_region_reads_its_own_example_in_all_three_forms()
    {
        using var stream = typeof(PhoneNormalizerTests).Assembly.GetManifestResourceStream("phone-examples.txt")!;
        using var reader = new StreamReader(stream);
        var wrong = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
            {
                continue;
            }

            var parts = line.Split(' ');
            var (region, prefix, expected) = (parts[0], parts[1], $"+{parts[2]}{parts[3]}");
            if (PhoneNormalizer.Normalize(parts[3], region) != expected || PhoneNormalizer.Normalize(prefix + parts[3], region) != expected
                || PhoneNormalizer.Normalize(expected, "US") != expected)
            {
                wrong.Add(line);
            }
        }

        Assert.Empty(wrong);
    }
}
