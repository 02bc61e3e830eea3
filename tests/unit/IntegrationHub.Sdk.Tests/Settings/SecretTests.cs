using IntegrationHub.Sdk.Settings;
using IntegrationHub.Sdk.Testing;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json;

namespace IntegrationHub.Sdk.Tests.Settings;

public sealed class SecretTests
{
    private static readonly Secret Token = new("s3cret");

    [Fact]
    public void Only_Reveal_shows_it() => Assert.Equal("s3cret", Token.Reveal());

    [Fact]
    public void Its_text_is_three_stars_wherever_it_is_written()
    {
        Assert.Equal("***", Token.ToString());
        Assert.Equal("with *** in it", $"with {Token} in it");
        Assert.Equal("Login { Key = *** }", new Login(Token).ToString());
    }

    [Fact]
    public void No_serializer_gets_it_out()
    {
        Assert.DoesNotContain("s3cret", JsonConvert.SerializeObject(new Login(Token)), StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", System.Text.Json.JsonSerializer.Serialize(new Login(Token)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_log_shows_three_stars()
    {
        var log = new LogCollector();

#pragma warning disable CA1848, CA1873, CA2254 // What an author writes without thinking.
        log.LogInformation("Token is {Token} of {Login}", Token, new Login(Token));
#pragma warning restore CA1848, CA1873, CA2254

        Assert.Equal("Information: Token is *** of Login { Key = *** }", Assert.Single(log.Lines));
    }

    [Fact]
    public void Null_is_no_secret() => Assert.Throws<ArgumentNullException>(() => new Secret(null!));

    private sealed record Login(Secret Key);
}
