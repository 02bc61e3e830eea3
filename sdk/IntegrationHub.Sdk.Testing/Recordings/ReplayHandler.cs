using System.Net;
using System.Text;

namespace IntegrationHub.Sdk.Testing.Recordings;

/// <summary>Answers from a recording without a socket, for connectors whose addresses are fixed. Put it in with
/// <see cref="ConnectorContext.WrapHttp"/>. Thread-safe.</summary>
/// <param name="replay">What answers.</param>
public sealed class ReplayHandler(Replay replay) : HttpMessageHandler
{
    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);

        var address = request.RequestUri!;
        var origin = address.GetLeftPart(UriPartial.Authority);
        var body = request.Content is null ? string.Empty : await request.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        var asked = RecordedRequest.Of(
            request.Method.Method, Uri.UnescapeDataString(address.AbsolutePath), address.Query, request.Content?.Headers.ContentType?.MediaType, body);
        var stub = replay.Find(asked, origin) is { } found
            ? Replay.Written(found, origin)
            : StubResponse.Status(Replay.UnmatchedStatus);
        if (stub.IsCut)
        {
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "The recorded connection broke here.");
        }

        var response = new HttpResponseMessage((HttpStatusCode)stub.StatusCode)
        {
            RequestMessage = request,
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(stub.Body)),
        };
        response.Content.Headers.TryAddWithoutValidation("Content-Type", stub.ContentType);
        foreach (var (name, value) in stub.Headers)
        {
            if (!response.Headers.TryAddWithoutValidation(name, value))
            {
                response.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return response;
    }
}
