using IntegrationHub.Tests.Support;
using Microsoft.AspNetCore.Http;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace StandIns;

/// <summary>The files of the shop, in the folder <c>data</c> of the sample.</summary>
internal static class ShopFiles
{
    /// <summary>Gets the path of a file or folder.</summary>
    public static string PathOf(params string[] parts) => Repo.PathOf(["samples", "04-one-shop", "data", .. parts]);

    /// <summary>Reads a list of objects.</summary>
    public static JArray Read(string name) => (JArray)ReadToken(name);

    /// <summary>Reads lists of objects by name.</summary>
    public static JObject ReadLists(string name) => (JObject)ReadToken(name);

    /// <summary>Reads the JSON that was sent.</summary>
    public static async Task<JObject> ReadBodyAsync(HttpRequest request)
    {
        using var text = new StreamReader(request.Body);
        using var reader = ReaderOf(text);
        return await JObject.LoadAsync(reader, request.HttpContext.RequestAborted);
    }

    private static JToken ReadToken(string name)
    {
        using var text = File.OpenText(PathOf(name));
        using var reader = ReaderOf(text);
        return JToken.Load(reader);
    }

    // As the text it is: dates stay texts, amounts stay exact.
    private static JsonTextReader ReaderOf(TextReader text) =>
        new(text) { DateParseHandling = DateParseHandling.None, FloatParseHandling = FloatParseHandling.Decimal };
}
