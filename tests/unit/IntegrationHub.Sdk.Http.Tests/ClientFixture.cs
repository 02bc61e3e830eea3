using IntegrationHub.Sdk.Settings;
using IntegrationHub.Sdk.Testing;

namespace IntegrationHub.Sdk.Http.Tests;

/// <summary>A stub server, a clock that stands still, and a client between them that carries a canary for a secret.</summary>
internal sealed class ClientFixture : IAsyncDisposable
{
    internal const string Canary = "canary-7f3a91";

    private ClientFixture(StubServer server) => Server = server;

    internal StubServer Server { get; }

    internal ManualClock Clock { get; } = new();

    internal LogCollector Log { get; } = new();

    internal TellingCredentialStore Credentials { get; } = new();

    internal static async Task<ClientFixture> StartAsync() => new(await StubServer.StartAsync(TestContext.Current.CancellationToken));

    internal HubHttpClient Client(
        int retries = 5, TimeSpan? timeout = null, RateBudget? budget = null, long bytesMax = 1024 * 1024, string[]? hosts = null,
        TimeSpan? waitMax = null, OAuthOptions? oauth = null, string[]? permitted = null) =>
        new(
            new HubHttpOptions
            {
                BaseAddress = Server.Address,
                AddressSetting = "url",
                SecretSetting = oauth is null ? "token" : null,
                Credential = oauth is null ? HttpCredential.Bearer(new Secret(Canary)) : null,
                OAuth = oauth,
                WaitMax = waitMax ?? TimeSpan.FromMinutes(10),
                RetriesMax = retries,
                AttemptTimeout = timeout ?? TimeSpan.FromSeconds(100),
                RateBudget = budget,
                ResponseBytesMax = bytesMax,
                AllowedHosts = hosts ?? [],
                Random = new Random(7),
            },
            Context(permitted));

    internal ConnectorContext Context(string[]? permitted = null) => new()
    {
        SourceName = "test",
        Clock = Clock,
        Logger = Log,
        Credentials = Credentials,
        PermittedHosts = permitted,
    };

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
