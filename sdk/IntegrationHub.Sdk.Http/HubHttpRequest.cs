using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Http;

/// <summary>One request. Not thread-safe while it is put together.</summary>
public sealed class HubHttpRequest
{
    private readonly List<KeyValuePair<string, string>> _query = [];

    /// <summary>Creates a request.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">Relative to the client's base address, with or without a leading slash, or a whole URL on an
    /// allowed host. Failures show it without its query, so a person's value belongs in the query or the body, never here.</param>
    public HubHttpRequest(HttpMethod method, string path)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(path);
        Method = method;
        Path = path;
    }

    /// <summary>Gets the method.</summary>
    public HttpMethod Method { get; }

    /// <summary>Gets the path or whole URL.</summary>
    public string Path { get; }

    /// <summary>Gets the query parameters, not yet encoded.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query => _query;

    /// <summary>Gets the JSON body.</summary>
    public JToken? Json { get; init; }

    /// <summary>Gets the form body, not yet encoded. Secrets may be in it.</summary>
    public IReadOnlyList<KeyValuePair<string, string>>? Form { get; init; }

    /// <summary>Gets a value indicating whether sending it twice does no harm. Otherwise only a refusal (429) and a
    /// connection that was never made are tried again.</summary>
    /// <value>Defaults to <see langword="true"/> except for POST and PATCH.</value>
    public bool? IsRepeatable { get; init; }

    /// <summary>Gets what the request costs of the rate budget.</summary>
    /// <value>Defaults to 1; above 0.</value>
    public double Cost { get; init; } = 1;

    /// <summary>Gets the kinds of answers that are wanted.</summary>
    internal string Accept { get; init; } = "application/json";

    /// <summary>Gets the version of the document that is known already.</summary>
    internal HttpVersionTag? Known { get; init; }

    internal bool MayRepeat => IsRepeatable ?? (Method != HttpMethod.Post && Method != HttpMethod.Patch);

    /// <summary>Creates a GET request.</summary>
    /// <param name="path">See the constructor.</param>
    /// <returns>The request.</returns>
    public static HubHttpRequest Get(string path) => new(HttpMethod.Get, path);

    /// <summary>Creates a POST request that only reads, with a JSON body. It is repeatable.</summary>
    /// <param name="path">See the constructor.</param>
    /// <param name="body">The body.</param>
    /// <returns>The request.</returns>
    public static HubHttpRequest Search(string path, JToken body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return new HubHttpRequest(HttpMethod.Post, path) { Json = body, IsRepeatable = true };
    }

    /// <summary>Adds a query parameter; nothing is added for <see langword="null"/>.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value, not yet encoded.</param>
    /// <returns>This request.</returns>
    public HubHttpRequest With(string name, string? value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (value is not null)
        {
            _query.Add(new(name, value));
        }

        return this;
    }

    internal string QueryText()
    {
        var text = new StringBuilder();
        foreach (var (name, value) in _query)
        {
            text.Append(text.Length == 0 ? string.Empty : "&").Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
        }

        return text.ToString();
    }

    internal HttpContent? Content()
    {
        if (Form is not null)
        {
            return new FormUrlEncodedContent(Form);
        }

        return Json is null ? null : new StringContent(Json.ToString(Formatting.None), Encoding.UTF8, "application/json");
    }
}
