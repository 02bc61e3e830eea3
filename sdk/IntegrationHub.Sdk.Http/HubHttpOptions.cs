namespace IntegrationHub.Sdk.Http;

/// <summary>How a <see cref="HubHttpClient"/> speaks to one system. Copied when the client is created.</summary>
public sealed class HubHttpOptions
{
    /// <summary>Gets the address that request paths are relative to, http or https, without a query.</summary>
    public required Uri BaseAddress { get; init; }

    /// <summary>Gets the name of the setting that <see cref="BaseAddress"/> comes from, for failures that point to it.</summary>
    public string? AddressSetting { get; init; }

    /// <summary>Gets the name of the secret setting that a refused login (401, 403) points to; with <see cref="OAuth"/> it need not be
    /// given. A client that has one, or a
    /// <see cref="Credential"/> or <see cref="OAuth"/>, sends over plain http to this machine only, unless <see cref="AllowsPlainHttp"/>.</summary>
    public string? SecretSetting { get; init; }

    /// <summary>Gets a value indicating whether a secret may be sent over plain http to another machine: a person's own word for a
    /// network that is trusted. A token endpoint of <see cref="OAuth"/> is https all the same.</summary>
    /// <value>Defaults to <see langword="false"/>. Take it from a setting that is off by default, see <see cref="PlainHttpSetting"/>.</value>
    public bool AllowsPlainHttp { get; init; }

    /// <summary>Gets the name of the setting that <see cref="AllowsPlainHttp"/> comes from, for the failure to name it as the way out.</summary>
    public string? PlainHttpSetting { get; init; }

    /// <summary>Gets what every request is authorised with.</summary>
    /// <value>Defaults to none. Not together with <see cref="OAuth"/>.</value>
    public HttpCredential? Credential { get; init; }

    /// <summary>Gets how access tokens are got and renewed, for systems with OAuth 2.</summary>
    /// <value>Defaults to none. Not together with <see cref="Credential"/>.</value>
    public OAuthOptions? OAuth { get; init; }

    /// <summary>Gets headers sent with every request. Not for secrets; see <see cref="Credential"/>.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets the hosts that may be asked, redirected to, and given the credential: <c>name</c>,
    /// <c>name:port</c> or <c>*.name</c>. A redirect or link to any other host is refused.</summary>
    /// <value>Defaults to the host of <see cref="BaseAddress"/> alone, which is always allowed.</value>
    public IReadOnlyCollection<string> AllowedHosts { get; init; } = [];

    /// <summary>Gets the largest answer that is read, in bytes after decompression.</summary>
    /// <value>Defaults to 64 MiB. A larger answer is a <see cref="FailureKind.Defect"/>.</value>
    public long ResponseBytesMax { get; init; } = 64L * 1024 * 1024;

    /// <summary>Gets how long one attempt may take, the reading of the answer included, the waiting for the rate budget not.</summary>
    /// <value>Defaults to 100 seconds; 10 milliseconds to 1 day.</value>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>Gets how often a failed attempt is repeated.</summary>
    /// <value>Defaults to 5; 0 to 20.</value>
    public int RetriesMax { get; init; } = 5;

    /// <summary>Gets the wait before the first repetition; it doubles each time and is varied by chance.</summary>
    /// <value>Defaults to one second.</value>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Gets the longest wait between two attempts that the client chooses itself.</summary>
    /// <value>Defaults to 30 seconds.</value>
    public TimeSpan RetryDelayMax { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets the longest <c>Retry-After</c> that is waited for. A longer one ends the call with
    /// <see cref="FailureKind.Transient"/> and that time, so that the hub comes back later and holds nothing meanwhile.</summary>
    /// <value>Defaults to two minutes.</value>
    public TimeSpan RetryAfterMax { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Gets how long one call may wait in all: between attempts and for the rate budget. A call that would have to wait
    /// longer ends with <see cref="FailureKind.Transient"/> and the time to come back.</summary>
    /// <value>Defaults to 10 minutes. Passed by one wait of <see cref="RetryDelayMax"/> at most.</value>
    public TimeSpan WaitMax { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Gets the rate at which the account may be asked.</summary>
    /// <value>Defaults to none: as fast as answers come.</value>
    public RateBudget? RateBudget { get; init; }

    /// <summary>Gets the chance that varies waits. Give a seeded one for repeatable tests; access to it is serialised.</summary>
    public Random Random { get; init; } = Random.Shared;

    /// <summary>Gets a look at every answer before the default rules, for systems with errors of their own shape.</summary>
    /// <value>Return the failure, or <see langword="null"/> for the default: 2xx is success; 401 and 403 are
    /// <see cref="FailureKind.Configuration"/> naming <see cref="SecretSetting"/>; 404 and 410 and an HTML page in place of
    /// JSON are <see cref="FailureKind.Configuration"/> naming <see cref="AddressSetting"/>; 408, 429 and 5xx are
    /// <see cref="FailureKind.Transient"/>; everything else is a <see cref="FailureKind.Defect"/>. A transient failure is
    /// retried as far as <see cref="RetriesMax"/> goes. Put no text of the answer into the message: it may quote a customer.</value>
    public Func<HttpAnswer, ConnectorException?>? MapFailure { get; init; }

    /// <summary>Gets the setting that a refused login points to.</summary>
    internal string? LoginSetting => SecretSetting ?? OAuth?.SecretSetting;

    private bool HasSecret => Credential is not null || OAuth is not null || SecretSetting is not null;

    internal void Check()
    {
        if (!BaseAddress.IsAbsoluteUri || (BaseAddress.Scheme != Uri.UriSchemeHttp && BaseAddress.Scheme != Uri.UriSchemeHttps))
        {
            throw ConnectorException.Configuration(
                AddressSetting, "The address must start with http:// or https://.", "Give the address as the browser shows it.");
        }

        if (BaseAddress.Scheme == Uri.UriSchemeHttp && HasSecret && !BaseAddress.IsLoopback && !AllowsPlainHttp)
        {
            throw ConnectorException.Configuration(
                AddressSetting,
                $"The address starts with http://, and a secret would be sent to {BaseAddress.Authority} for everyone on the way to read.",
                PlainHttpSetting is null
                    ? "Give the address with https://."
                    : $"Give the address with https://, or set '{PlainHttpSetting}' if everything on the way is yours.");
        }

        Require(Credential is null || OAuth is null, nameof(OAuth), "Credential or OAuth, not both");
        OAuth?.Check();
        Require(ResponseBytesMax >= 1, nameof(ResponseBytesMax), "at least 1");
        Require(RetriesMax is >= 0 and <= 20, nameof(RetriesMax), "0 to 20");
        Require(
            AttemptTimeout >= TimeSpan.FromMilliseconds(10) && AttemptTimeout <= TimeSpan.FromDays(1),
            nameof(AttemptTimeout),
            "10 milliseconds to 1 day");
        Require(RetryDelay >= TimeSpan.Zero, nameof(RetryDelay), "zero or more");
        Require(RetryDelayMax >= RetryDelay, nameof(RetryDelayMax), "RetryDelay or more");
        Require(WaitMax >= TimeSpan.Zero, nameof(WaitMax), "zero or more");
        Require(
            RateBudget is null or { RequestsPerSecond: > 0, Burst: >= 1, Account.Length: > 0 },
            nameof(RateBudget),
            "an account, a rate above 0 and a burst of at least 1");
    }

    private static void Require(bool isTrue, string option, string expected)
    {
        if (!isTrue)
        {
            throw ConnectorException.Defect($"HubHttpOptions.{option} is out of range; expected {expected}.");
        }
    }
}
