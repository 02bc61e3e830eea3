using System.Globalization;
using System.Text;
using IntegrationHub.Cli.Demo;
using Microsoft.AspNetCore.Http;
using Newtonsoft.Json.Linq;

namespace StandIns;

/// <summary>Answers the reads of Mailchimp's Marketing API: the key by Basic authentication, pages by <c>count</c> and <c>offset</c>.</summary>
internal sealed class MailchimpEndpoint(string key)
{
    private const int CountDefault = 10;

    private readonly JObject _lists = ShopFiles.ReadLists("mailchimp.json");

    public StubAnswer Answer(HttpRequest request, string path)
    {
        if (KeyOf(request) != key)
        {
            return new StubAnswer(StatusCodes.Status401Unauthorized, Problem("API Key Invalid", 401));
        }

        var at = path.Trim('/');
        if (request.Method != "GET" || _lists[at] is not JArray records)
        {
            return new StubAnswer(StatusCodes.Status404NotFound, Problem("Resource Not Found", 404));
        }

        var wanted = records.OfType<JObject>().Where(r => IsWanted(r, request)).ToList();
        var page = wanted.Skip(Number(request, "offset", 0)).Take(Number(request, "count", CountDefault));
        return StubAnswer.Ok(new JObject { [NameOf(at)] = new JArray(page), ["total_items"] = wanted.Count });
    }

    // Mailchimp leaves archived members out unless asked for them. Times are all written alike, so they compare as texts.
    private static bool IsWanted(JObject record, HttpRequest request)
    {
        if (record["last_changed"] is not null)
        {
            var status = (string?)request.Query["status"];
            return (status is null ? (string?)record["status"] != "archived" : (string?)record["status"] == status) && IsLater(record, "last_changed", request);
        }

        return record["send_time"] is null || IsLater(record, "send_time", request);
    }

    private static bool IsLater(JObject record, string name, HttpRequest request) =>
        (string?)request.Query["since_" + name] is not { } since
        || DateTimeOffset.Parse((string)record[name]!, CultureInfo.InvariantCulture) > DateTimeOffset.Parse(since, CultureInfo.InvariantCulture);

    private static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..] switch
    {
        "email-activity" => "emails",
        "unsubscribed" => "unsubscribes",
        var name => name.Replace('-', '_'),
    };

    private static string? KeyOf(HttpRequest request)
    {
        var header = (string?)request.Headers.Authorization ?? string.Empty;
        return header.StartsWith("Basic ", StringComparison.Ordinal)
            ? Encoding.UTF8.GetString(Convert.FromBase64String(header["Basic ".Length..])).Split(':', 2)[^1]
            : null;
    }

    private static int Number(HttpRequest request, string name, int otherwise) =>
        int.TryParse(request.Query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    private static JObject Problem(string title, int status) => new() { ["title"] = title, ["status"] = status };
}
