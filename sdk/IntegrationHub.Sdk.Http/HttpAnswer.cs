using System.Net.Http.Headers;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Http;

/// <summary>What a system answered, read to the end.</summary>
public sealed class HttpAnswer
{
    private readonly HttpResponseHeaders _headers;

    internal HttpAnswer(string operation, int statusCode, HttpResponseHeaders headers, JToken? body, bool isHtml)
    {
        Operation = operation;
        StatusCode = statusCode;
        _headers = headers;
        Body = body ?? JValue.CreateNull();
        IsHtml = isHtml;
    }

    /// <summary>Gets what was asked, fit for a message: the method and the address without its query.</summary>
    public string Operation { get; }

    /// <summary>Gets the HTTP status.</summary>
    public int StatusCode { get; }

    /// <summary>Gets a value indicating whether the status is 200 to 299.</summary>
    public bool IsSuccess => StatusCode is >= 200 and <= 299;

    /// <summary>Gets the JSON body: dates are text as sent, numbers with a point are <see cref="decimal"/>. A JSON null when
    /// there was no body, or when the body of a failure is not JSON.</summary>
    public JToken Body { get; }

    /// <summary>Gets a value indicating whether an HTML page came.</summary>
    public bool IsHtml { get; }

    /// <summary>Finds a header.</summary>
    /// <param name="name">Its name, compared without case.</param>
    /// <returns>Its value, several joined by <c>", "</c>; <see langword="null"/> when it is not there.</returns>
    public string? Header(string name) => _headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;
}
