using System.Globalization;
using System.Text;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Http;
using IntegrationHub.Sdk.Settings;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.PointOfSale.Tryton;

/// <summary>Calls the models of one Tryton database over JSON-RPC, in a session of its own.</summary>
internal sealed class TrytonApi(TrytonSettings settings, ConnectorContext context) : IDisposable
{
    private HubHttpClient? _session;
    private JObject _preferences = [];

    /// <summary>Gets how many records a request asks for.</summary>
    internal int PageSize => settings.PageSize;

    /// <summary>Says whether a model's module is activated and the user may read it.</summary>
    internal async Task<bool> HasAsync(string model, CancellationToken cancellationToken)
    {
        await LogInOnceAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await SearchAsync(model, [], ["id"], 1, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (ConnectorException e) when (e is { Kind: FailureKind.Configuration, Setting: "database" or "login" })
        {
            return false;
        }
    }

    /// <summary>Reads records in the order of their ids, archived ones included.</summary>
    internal async Task<IReadOnlyList<JObject>> SearchAsync(
        string model, JArray domain, string[] fields, int limit, CancellationToken cancellationToken)
    {
        var session = await LogInOnceAsync(cancellationToken).ConfigureAwait(false);
        var arguments = new JArray(domain, 0, limit, new JArray { new JArray("id", "ASC") }, new JArray(fields), _preferences);
        var result = await CallAsync(session, $"model.{model}.search_read", arguments, cancellationToken).ConfigureAwait(false);
        return (result as JArray ?? throw ConnectorException.Defect($"Tryton gave no list of {model}; expected one.")).OfType<JObject>().ToList();
    }

    public void Dispose() => _session?.Dispose();

    private async Task<HubHttpClient> LogInOnceAsync(CancellationToken cancellationToken)
    {
        if (_session is null)
        {
            _session = ClientOf(await LogInAsync(cancellationToken).ConfigureAwait(false), TrytonFailures.Of);
            _preferences = await PreferencesAsync(_session, cancellationToken).ConfigureAwait(false);
        }

        return _session;
    }

    private async Task<HttpCredential> LogInAsync(CancellationToken cancellationToken)
    {
        using var client = ClientOf(null, TrytonFailures.OfLogin);
        var arguments = new JArray(settings.Login, new JObject { ["password"] = settings.Password.Reveal() });
        var result = await CallAsync(client, "common.db.login", arguments, cancellationToken).ConfigureAwait(false);
        if (result is not JArray { Count: 2 } session || session[0] is not JValue { Value: long user } || session[1] is not JValue { Value: string key })
        {
            throw ConnectorException.Defect("Tryton answered the login with something else than a user and a key; expected both.");
        }

        var text = string.Create(CultureInfo.InvariantCulture, $"{settings.Login}:{user}:{key}");
        return HttpCredential.Header("Authorization", new Secret("Session " + Convert.ToBase64String(Encoding.UTF8.GetBytes(text))));
    }

    // What Tryton's own clients send along with every call; without the company, values that differ by company are empty.
    private async Task<JObject> PreferencesAsync(HubHttpClient session, CancellationToken cancellationToken)
    {
        var result = await CallAsync(session, "model.res.user.get_preferences", [true, new JObject()], cancellationToken).ConfigureAwait(false);
        var preferences = result as JObject ?? throw ConnectorException.Defect("Tryton gave no preferences of the user; expected some.");
        preferences["active_test"] = false;
        return preferences;
    }

    private HubHttpClient ClientOf(HttpCredential? credential, Func<HttpAnswer, ConnectorException?> mapFailure) => new(
        new HubHttpOptions
        {
            BaseAddress = settings.Url,
            AddressSetting = "url",
            SecretSetting = "password",
            Credential = credential,
            RateBudget = new RateBudget(settings.Database + " " + settings.Login, settings.RequestsPerSecond, Burst: 10),
            MapFailure = mapFailure,
        },
        context);

    private async Task<JToken?> CallAsync(HubHttpClient client, string method, JArray arguments, CancellationToken cancellationToken)
    {
        var body = new JObject { ["id"] = 1, ["method"] = method, ["params"] = arguments.DeepClone() };
        var answer = await client.SendAsync(HubHttpRequest.Search(Uri.EscapeDataString(settings.Database) + "/", body), cancellationToken).ConfigureAwait(false);
        return answer.Body is JObject reply && reply.ContainsKey("result")
            ? reply["result"]
            : throw ConnectorException.Defect($"{answer.Operation} gave neither a result nor an error; expected an answer of JSON-RPC.");
    }
}
