using System.Collections.Concurrent;

namespace IntegrationHub.Sdk.Testing.Recordings;

/// <summary>Appends each exchange that passes through it, scrubbed, to a recording; what passes is not changed. Put it in with
/// <see cref="ConnectorContext.WrapHttp"/>. Thread-safe.</summary>
/// <param name="recording">Where exchanges go.</param>
/// <param name="scrubber">Takes secrets and people out.</param>
/// <param name="inner">What sends, and decompresses.</param>
public sealed class RecordingHandler(Recording recording, Scrubber scrubber, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private const int BodyBytesMax = 64 * 1024 * 1024;

    private static readonly string[] KeptHeaders = ["Link", "Location", "Retry-After", "Date", "ETag"];
    private static readonly string[] KeptParts = ["rate", "limit", "remaining", "reset", "page", "total", "count"];

    private readonly ConcurrentDictionary<string, byte> _origins = new(StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);

        var address = request.RequestUri!;
        _origins[address.GetLeftPart(UriPartial.Authority)] = 0;
        var body = request.Content is null ? string.Empty : await request.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        var asked = RecordedRequest.Of(
            request.Method.Method, Uri.UnescapeDataString(address.AbsolutePath), address.Query, request.Content?.Headers.ContentType?.MediaType, body);
        HttpResponseMessage? response = null;
        try
        {
            response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);

            // Once in memory, the body can be read here and again by whoever asked.
            await response.Content.LoadIntoBufferAsync(BodyBytesMax, cancellationToken).ConfigureAwait(false);
            Add(asked, AnswerOf(response, await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false)));
            return response;
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            response?.Dispose();
            Add(asked, new RecordedResponse { Status = 0 });
            throw;
        }
    }

    private static RecordedResponse AnswerOf(HttpResponseMessage response, string text)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (response.Content.Headers.ContentType is { } type)
        {
            headers["Content-Type"] = type.ToString();
        }

        foreach (var (name, values) in response.Headers.NonValidated)
        {
            if (IsKept(name))
            {
                headers[name] = string.Join(", ", values.ToArray());
            }
        }

        var json = JsonText.TryParse(text);
        return new RecordedResponse
        {
            Status = (int)response.StatusCode,
            Headers = headers,
            Json = json,
            Text = json is null && text.Length > 0 ? text : null,
        };
    }

    private static bool IsKept(string name) =>
        KeptHeaders.Contains(name, StringComparer.OrdinalIgnoreCase)
        || (name.StartsWith("X-", StringComparison.OrdinalIgnoreCase) && KeptParts.Any(p => name.Contains(p, StringComparison.OrdinalIgnoreCase)));

    // The answer first: it may hand out a token that the request of the next exchange carries.
    private void Add(RecordedRequest request, RecordedResponse response)
    {
        string[] origins = [.. _origins.Keys];
        var answer = scrubber.Scrub(Origins.Mask(response, origins));
        recording.Add(new Exchange(scrubber.Scrub(Origins.Mask(request, origins)), answer));
    }
}
