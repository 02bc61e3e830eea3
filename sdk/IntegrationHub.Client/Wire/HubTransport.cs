using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace IntegrationHub.Client.Wire;

/// <summary>Sends requests, follows the redirect of a merged customer, and turns refusals into exceptions.</summary>
internal sealed class HubTransport(HttpClient http)
{
    // The hub redirects once, to the customer that took the others in; a second one can only follow a merge in between.
    private const int RedirectsMax = 3;

    /// <summary>Gets a document.</summary>
    /// <param name="path">The path and query, relative to the base address.</param>
    /// <param name="type">Its shape.</param>
    /// <param name="tag">The tag of what the caller has; nothing comes when that is still so.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <returns>The document and its tag; no document when it is unchanged.</returns>
    internal async Task<(T? Document, string? Tag)> GetAsync<T>(
        string path, JsonTypeInfo<T> type, string? tag, CancellationToken cancellationToken)
        where T : class
    {
        using var answer = await GetAsync(new Uri(http.BaseAddress!, path), tag, cancellationToken).ConfigureAwait(false);
        return tag is not null && answer.StatusCode == HttpStatusCode.NotModified
            ? (null, tag)
            : (await ReadAsync(answer, type, cancellationToken).ConfigureAwait(false), answer.Headers.ETag?.ToString());
    }

    internal async Task<T> PostAsync<TBody, T>(
        string path, TBody body, JsonTypeInfo<TBody> bodyType, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, bodyType));
        content.Headers.ContentType = new("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(http.BaseAddress!, path)) { Content = content };
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        return await ReadAsync(answer, type, cancellationToken).ConfigureAwait(false);
    }

    private async Task<HttpResponseMessage> GetAsync(Uri address, string? tag, CancellationToken cancellationToken)
    {
        for (var redirects = 0; ; redirects++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            if (tag is not null)
            {
                request.Headers.TryAddWithoutValidation("If-None-Match", tag);
            }

            var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            if (redirects == RedirectsMax || Target(address, answer) is not { } target)
            {
                return answer;
            }

            answer.Dispose();
            address = target;
        }
    }

    // A handler that follows redirects by itself leaves the key out on the way, and the hub answers 401 at the new place.
    private static Uri? Target(Uri asked, HttpResponseMessage answer)
    {
        var target = answer.StatusCode switch
        {
            HttpStatusCode.PermanentRedirect when answer.Headers.Location is { } location => new Uri(asked, location),
            HttpStatusCode.Unauthorized when answer.RequestMessage?.RequestUri is { } last && last != asked => last,
            _ => null,
        };

        // The key is the hub's alone.
        return target is not null && target.Scheme == asked.Scheme && target.Authority == asked.Authority ? target : null;
    }

    private static async Task<T> ReadAsync<T>(HttpResponseMessage answer, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        var status = (int)answer.StatusCode;
        var stream = await answer.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            try
            {
                if (answer.IsSuccessStatusCode)
                {
                    return await JsonSerializer.DeserializeAsync(stream, type, cancellationToken).ConfigureAwait(false)
                        ?? throw Unknown(status, null);
                }

                var problem = await JsonSerializer.DeserializeAsync(stream, ClientJson.Default.Problem, cancellationToken).ConfigureAwait(false);
                throw new HubProblemException(
                    status, problem?.Type ?? HubProblemException.UnknownType, problem?.Detail ?? problem?.Title, problem?.RequestId);
            }
            catch (JsonException e)
            {
                throw Unknown(status, e);
            }
        }
    }

    private static HubProblemException Unknown(int status, JsonException? cause) => new(
        status, HubProblemException.UnknownType, "The answer is none of the hub's; check the base address and what stands between.", null, cause);
}
