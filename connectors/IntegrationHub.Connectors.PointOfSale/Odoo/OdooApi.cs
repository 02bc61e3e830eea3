using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Http;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.PointOfSale.Odoo;

/// <summary>Calls the models of one Odoo database over JSON-RPC.</summary>
internal sealed class OdooApi : IDisposable
{
    private readonly OdooSettings _settings;
    private readonly HubHttpClient _client;
    private long? _user;

    internal OdooApi(OdooSettings settings, ConnectorContext context)
    {
        _settings = settings;
        _client = new HubHttpClient(
            new HubHttpOptions
            {
                BaseAddress = settings.Url,
                AddressSetting = "url",
                SecretSetting = "password",
                RateBudget = new RateBudget(settings.Database + " " + settings.Login, settings.RequestsPerSecond, Burst: 10),
                MapFailure = answer => OdooFailures.Of(answer, isLoggedIn: _user is not null),
            },
            context);
    }

    /// <summary>Gets how many records a request asks for.</summary>
    internal int PageSize => _settings.PageSize;

    /// <summary>Says whether a model is installed and the user may read it.</summary>
    internal async Task<bool> HasAsync(string model, CancellationToken cancellationToken)
    {
        await LogInOnceAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var result = await ExecuteAsync(
                model, "check_access_rights", ["read"], new JObject { ["raise_exception"] = false }, cancellationToken).ConfigureAwait(false);
            return result is JValue { Value: true };
        }
        catch (ConnectorException e) when (e is { Kind: FailureKind.Configuration, Setting: "database" or "login" })
        {
            return false;
        }
    }

    /// <summary>Picks those of the wanted fields that this version of Odoo has.</summary>
    internal async Task<JArray> FieldsAsync(string model, IEnumerable<string> wanted, CancellationToken cancellationToken)
    {
        var known = await ExecuteAsync(
            model, "fields_get", [], new JObject { ["attributes"] = new JArray("type") }, cancellationToken).ConfigureAwait(false) as JObject
            ?? throw ConnectorException.Defect($"Odoo gave no list of the fields of {model}; expected one.");
        return new JArray(wanted.Where(known.ContainsKey));
    }

    /// <summary>Reads records, archived ones included.</summary>
    internal async Task<IReadOnlyList<JObject>> SearchAsync(
        string model, JArray domain, JArray fields, string order, int limit, CancellationToken cancellationToken)
    {
        var options = new JObject
        {
            ["fields"] = fields.DeepClone(),
            ["limit"] = limit,
            ["order"] = order,
            ["context"] = new JObject { ["active_test"] = false },
        };
        var result = await ExecuteAsync(model, "search_read", [domain.DeepClone()], options, cancellationToken).ConfigureAwait(false);
        return (result as JArray ?? throw ConnectorException.Defect($"Odoo gave no list of {model}; expected one.")).OfType<JObject>().ToList();
    }

    public void Dispose() => _client.Dispose();

    private async Task<JToken?> ExecuteAsync(
        string model, string method, JArray arguments, JObject options, CancellationToken cancellationToken)
    {
        var user = await LogInOnceAsync(cancellationToken).ConfigureAwait(false);
        return await CallAsync(
            "object",
            "execute_kw",
            [_settings.Database, user, _settings.Password.Reveal(), model, method, arguments, options],
            cancellationToken).ConfigureAwait(false);
    }

    private async Task<long> LogInOnceAsync(CancellationToken cancellationToken) =>
        _user ??= await LogInAsync(cancellationToken).ConfigureAwait(false);

    private async Task<long> LogInAsync(CancellationToken cancellationToken)
    {
        var user = await CallAsync(
            "common",
            "authenticate",
            [_settings.Database, _settings.Login, _settings.Password.Reveal(), new JObject()],
            cancellationToken).ConfigureAwait(false);
        return user switch
        {
            JValue { Type: JTokenType.Integer } id => (long)id,

            // A wrong password is no error here: the user's number is false.
            JValue { Value: false } => throw OdooFailures.Refused("The login failed"),
            _ => throw ConnectorException.Defect("Odoo answered the login with something else than a number; expected the user's number."),
        };
    }

    private async Task<JToken?> CallAsync(string service, string method, JArray arguments, CancellationToken cancellationToken)
    {
        var body = new JObject
        {
            ["jsonrpc"] = "2.0",
            ["method"] = "call",
            ["id"] = 1,
            ["params"] = new JObject { ["service"] = service, ["method"] = method, ["args"] = arguments },
        };
        var answer = await _client.SendAsync(HubHttpRequest.Search("jsonrpc", body), cancellationToken).ConfigureAwait(false);
        return answer.Body is JObject reply && reply.ContainsKey("result")
            ? reply["result"]
            : throw ConnectorException.Defect($"{answer.Operation} gave neither a result nor an error; expected an answer of JSON-RPC.");
    }
}
