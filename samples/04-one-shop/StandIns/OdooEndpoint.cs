using IntegrationHub.Cli.Demo;
using Microsoft.AspNetCore.Http;
using Newtonsoft.Json.Linq;

namespace StandIns;

/// <summary>Answers the JSON-RPC of an Odoo database: a login, then searches of its models by conditions that all must hold. What is
/// wrong is told with status 200, as Odoo does.</summary>
internal sealed class OdooEndpoint(string password)
{
    /// <summary>The name of the database.</summary>
    public const string Database = "lincoln";

    private readonly JObject _models = ShopFiles.ReadLists("odoo.json");

    public async Task<StubAnswer> AnswerAsync(HttpRequest request)
    {
        var call = (JObject)(await ShopFiles.ReadBodyAsync(request))["params"]!;
        var arguments = (JArray)call["args"]!;
        if ((string?)arguments[0] != Database)
        {
            return Error("psycopg2.OperationalError");
        }

        var isKnown = (string?)arguments[2] == password;
        if ((string?)call["service"] == "common")
        {
            return Result(isKnown ? 2 : false);
        }

        if (!isKnown)
        {
            return Error("odoo.exceptions.AccessDenied");
        }

        return _models[(string)arguments[3]!] is JArray records ? Result(Execute(records, arguments)) : Error("builtins.KeyError");
    }

    private static JToken Execute(JArray records, JArray arguments) => (string?)arguments[4] switch
    {
        "check_access_rights" => true,
        "fields_get" => new JObject(records.OfType<JObject>().SelectMany(r => r.Properties()).Select(p => p.Name).Distinct(StringComparer.Ordinal).Select(n => new JProperty(n, new JObject()))),
        _ => Search(records, (JArray)arguments[5]![0]!, (JObject)arguments[6]!),
    };

    private static JArray Search(JArray records, JArray domain, JObject options)
    {
        var found = records.OfType<JObject>().Where(r => domain.All(c => Holds(r, (JArray)c)));
        var ordered = (string?)options["order"] == "id"
            ? found.OrderBy(r => (long)r["id"]!)
            : found.OrderBy(r => (string)r["write_date"]!, StringComparer.Ordinal).ThenBy(r => (long)r["id"]!);
        return new JArray(ordered.Take((int)options["limit"]!));
    }

    private static bool Holds(JObject record, JArray condition)
    {
        var value = record[(string)condition[0]!] is JArray link ? link[0] : record[(string)condition[0]!]!;
        var bound = condition[2];
        return (string?)condition[1] switch
        {
            "in" => bound.Any(b => JToken.DeepEquals(b, value)),
            "!=" => !JToken.DeepEquals(bound, value),
            ">=" => Compare(value, bound) >= 0,
            ">" => Compare(value, bound) > 0,
            "<" => Compare(value, bound) < 0,
            _ => false,
        };
    }

    // Ids, or times that are all written alike.
    private static int Compare(JToken value, JToken bound) =>
        bound.Type == JTokenType.Integer ? ((long)value).CompareTo((long)bound) : string.CompareOrdinal((string?)value, (string?)bound);

    private static StubAnswer Result(JToken result) => StubAnswer.Ok(new JObject { ["jsonrpc"] = "2.0", ["result"] = result });

    private static StubAnswer Error(string name) =>
        StubAnswer.Ok(new JObject { ["jsonrpc"] = "2.0", ["error"] = new JObject { ["code"] = 200, ["data"] = new JObject { ["name"] = name } } });
}
