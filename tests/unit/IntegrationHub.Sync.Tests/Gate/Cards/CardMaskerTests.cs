using IntegrationHub.Sync.Gate.Cards;

namespace IntegrationHub.Sync.Tests.Gate.Cards;

public sealed class CardMaskerTests
{
    // The schemes' published test numbers; no real cards.
    [Theory]
    [InlineData("4111111111111111", "[card visa ****1111]")]
    [InlineData("4111 1111 1111 1111", "[card visa ****1111]")]
    [InlineData("4111-1111-1111-1111", "[card visa ****1111]")]
    [InlineData("4111.1111.1111.1111", "[card visa ****1111]")]
    [InlineData("4111\u00A01111\u00A01111\u00A01111", "[card visa ****1111]")]
    [InlineData("4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1", "[card visa ****1111]")]
    [InlineData("4111 1111 11\n11 1111", "[card visa ****1111]")]
    [InlineData("4111 1111=\r\n1111 1111", "[card visa ****1111]")]
    [InlineData("{\"note\":\"4111 1111\\n1111 1111\"}", "{\"note\":\"[card visa ****1111]\"}")]
    [InlineData("4222222222222", "[card visa ****2222]")]
    [InlineData("5555555555554444", "[card mastercard ****4444]")]
    [InlineData("2223003122003222", "[card mastercard ****3222]")]
    [InlineData("378282246310005", "[card amex ****0005]")]
    [InlineData("3782 822463 10005", "[card amex ****0005]")]
    [InlineData("6011111111111117", "[card discover ****1117]")]
    [InlineData("30569309025904", "[card diners ****5904]")]
    [InlineData("3530111333300000", "[card jcb ****0000]")]
    [InlineData("6200000000000005", "[card unionpay ****0005]")]
    [InlineData("6304000000000000", "[card maestro ****0000]")]
    [InlineData("\u0664111111111111111", "[card visa ****1111]")]
    [InlineData("pay 12 4111 1111 1111 1111 exp 12/27", "pay 12 [card visa ****1111] exp 12/27")]
    [InlineData("a,4111111111111111,05/27", "a,[card visa ****1111],05/27")]
    [InlineData("card4111111111111111", "card[card visa ****1111]")]
    [InlineData("4111111111111111 and 5555 5555 5555 4444", "[card visa ****1111] and [card mastercard ****4444]")]
    [InlineData("4111111111111111 CVV: 123", "[card visa ****1111] CVV [removed]")]
    [InlineData(";4111111111111111=27121010000012300000?", ";[card visa ****1111]")]
    [InlineData("%B4111111111111111^DOE/JOHN^2712101000000000123?", "%B[card visa ****1111]")]
    public void A_card_number_becomes_brand_and_last_four(string text, string expected) => Assert.Equal(expected, CardMasker.Mask(text));

    [Theory]
    [InlineData("4111111111111112")] // fails the Luhn check
    [InlineData("1234567812345670")] // passes it, but no scheme begins so
    [InlineData("Order 113-4567890-1234567")]
    [InlineData("ORD4111111111111111")]
    [InlineData("order-20240512-4532")]
    [InlineData("DE89 3704 0044 0532 0130 00")]
    [InlineData("GB29NWBK60161331926819")]
    [InlineData("FR14 2004 1010 0505 0001 3M02 606")]
    [InlineData("NL91ABNA0417164300")]
    [InlineData("490154203237518")] // IMEI
    [InlineData("356938035643809")] // IMEI
    [InlineData("+4111111111111111")] // a phone, however long
    [InlineData("+1 402 555 0143")]
    [InlineData("4006381333931")] // EAN-13
    [InlineData("4000000000006")] // passes Luhn and EAN-13 both, so an article number
    [InlineData("rec-1070-org")]
    [InlineData("19700126")]
    [InlineData("1715508000123")] // milliseconds
    [InlineData("20240512102030123")]
    [InlineData("f47ac10b-58cc-4372-a567-0e02b2c3d479")]
    [InlineData("0.4111111111111111")]
    [InlineData("9400 1000 0000 0000 0000 00")]
    [InlineData("41111111111111111111")] // twenty digits
    public void Other_numbers_pass_unharmed(string text) => Assert.Same(text, CardMasker.Mask(text));

    [Fact]
    public void Masking_twice_is_masking_once()
    {
        var once = CardMasker.Mask("x 4111 1111 1111 1111 and 378282246310005 y");

        Assert.Same(once, CardMasker.Mask(once));
    }

    [Fact]
    public void A_payload_loses_its_security_code_even_without_a_card() =>
        Assert.DoesNotContain("737", CardMasker.MaskPayload("""{"token":"abc","cvc":"737"}"""), StringComparison.Ordinal);
}
