using System.Globalization;
using Microsoft.AspNetCore.Http;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Cli.Demo;

/// <summary>Answers <c>Live.getLastVisitsDetails</c> as Matomo does: newest first, paged by offset, the token in the body.</summary>
internal sealed class MatomoEndpoint(string token, Func<string, JArray> read)
{
    public const int SiteId = 1;

    private readonly JArray _visits = read("matomo-visits.json");

    public async Task<StubAnswer> AnswerAsync(HttpRequest request)
    {
        var form = request.HasFormContentType ? await request.ReadFormAsync(request.HttpContext.RequestAborted) : FormCollection.Empty;
        if (form["token_auth"] != token)
        {
            return new StubAnswer(StatusCodes.Status401Unauthorized, Error("You must be logged in to access this functionality."));
        }

        if (form["method"] != "Live.getLastVisitsDetails" || Number(form, "idSite") != SiteId)
        {
            return StubAnswer.Ok(Error("The method or the site is not available."));
        }

        var after = Number(form, "minTimestamp");
        var segment = (string?)form["segment"];
        var page = _visits.OfType<JObject>()
            .Where(v => ((long?)v["lastActionTimestamp"] ?? long.MaxValue) > after && IsIn(v, segment))
            .Skip((int)Number(form, "filter_offset"))
            .Take((int)Number(form, "filter_limit"));
        return StubAnswer.Ok(new JArray(form["doNotFetchActions"] == "1" ? page.Select(WithoutActions) : page));
    }

    private static bool IsIn(JObject visit, string? segment) => segment switch
    {
        null or "" => true,
        "userId!=" => visit["userId"] is not null,
        _ when segment.StartsWith("userId==", StringComparison.Ordinal) => (string?)visit["userId"] == Uri.UnescapeDataString(segment["userId==".Length..]),
        _ when segment.StartsWith("visitEcommerceStatus==ordered", StringComparison.Ordinal) => (string?)visit["visitEcommerceStatus"] == "ordered",
        _ => false,
    };

    private static JObject WithoutActions(JObject visit)
    {
        var copy = (JObject)visit.DeepClone();
        copy.Remove("actionDetails");
        return copy;
    }

    private static long Number(IFormCollection form, string name) =>
        long.TryParse(form[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static JObject Error(string message) => new() { ["result"] = "error", ["message"] = message };
}
