using System.Globalization;
using IntegrationHub.Sdk.Testing;

namespace IntegrationHub.Sdk.Http.Tests;

/// <summary>A vendor whose refresh tokens work once, and whose API takes the newest access token only.</summary>
internal sealed class TokenVendor
{
    private readonly Lock _gate = new();
    private readonly ClientFixture _fixture;
    private int _round = 1;

    internal TokenVendor(ClientFixture fixture)
    {
        _fixture = fixture;
        fixture.Server.On("POST", "/token", (r, gone) => TokenAsync(r, gone)).On("GET", "/a", Api);
    }

    internal int Renewals => _fixture.Server.Requests.Count(r => r.Path == "/token");

    internal Func<CancellationToken, Task> BeforeAnswer { get; set; } = _ => Task.CompletedTask;

    /// <summary>Gets or sets a value indicating whether the vendor forgets its newest access token.</summary>
    internal bool HasWithdrawn { get; set; }

    internal OAuthOptions Options(string refreshToken = "refresh-1") => new()
    {
        TokenEndpoint = new Uri(_fixture.Server.Address, "token"),
        ClientId = "app",
        ClientSecret = new Settings.Secret("client-canary"),
        RefreshToken = new Settings.Secret(refreshToken),
        SecretSetting = "refreshToken",
    };

    private async Task<StubResponse> TokenAsync(StubRequest request, CancellationToken gone)
    {
        string answer;
        lock (_gate)
        {
            if (request.Form()["refresh_token"] != Name("refresh"))
            {
                return StubResponse.JsonText("""{"error":"invalid_grant","error_description":"token canary of Jane"}""", 400);
            }

            _round++;
            HasWithdrawn = false;
            answer = $$"""{"access_token":"{{Name("access")}}","refresh_token":"{{Name("refresh")}}","expires_in":3600,"token_type":"bearer"}""";
        }

        await BeforeAnswer(gone);
        return StubResponse.JsonText(answer);
    }

    private StubResponse Api(StubRequest request)
    {
        lock (_gate)
        {
            var token = request.Headers["Authorization"]["Bearer ".Length..];
            _fixture.Credentials.Note("used " + token);
            return token == Name("access") && !HasWithdrawn ? StubResponse.JsonText("{}") : StubResponse.Status(401);
        }
    }

    private string Name(string kind) => kind + "-" + _round.ToString(CultureInfo.InvariantCulture);
}
