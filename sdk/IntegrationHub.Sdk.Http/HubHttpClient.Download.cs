using System.Globalization;
using System.Net;
using Polly.Timeout;

namespace IntegrationHub.Sdk.Http;

/// <content>Documents that are no JSON: written to a stream, asked for only when they have changed.</content>
public sealed partial class HubHttpClient
{
    /// <summary>Gets a document of any kind into a stream, again from its start where that helps.</summary>
    /// <param name="path">Relative to the base address, or a whole URL on an allowed host.</param>
    /// <param name="target">Takes the document; it can seek, and is emptied before each attempt.</param>
    /// <param name="known">The version that is known already, sent as <c>If-None-Match</c> and <c>If-Modified-Since</c>;
    /// <see langword="null"/> to get the document in any case.</param>
    /// <param name="cancellationToken">Stops the request and the waiting.</param>
    /// <returns>The version that was got, or <see langword="null"/> when the known one is still the newest; nothing was written then.</returns>
    /// <exception cref="ConnectorException">See <see cref="SendAsync"/>; a document that is larger than
    /// <see cref="HubHttpOptions.ResponseBytesMax"/> is a configuration failure.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Task<HttpVersionTag?> DownloadAsync(string path, Stream target, HttpVersionTag? known, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(target);

        var request = new HubHttpRequest(HttpMethod.Get, path) { Accept = "*/*", Known = known };
        return CallAsync(request, (address, attempt, token) => DownloadAttemptAsync(request, address, target, attempt, token), cancellationToken);
    }

    private async ValueTask<HttpVersionTag?> DownloadAttemptAsync(
        HubHttpRequest request, Uri address, Stream target, int attempt, CancellationToken cancellationToken)
    {
        var trial = TrialOf(attempt);
        var operation = Addresses.Describe(request.Method, address);
        var credential = _oauth is null ? _options.Credential : CredentialOf(await _oauth.GetAsync(cancellationToken).ConfigureAwait(false));
        try
        {
            return await _timeout.ExecuteAsync(
                token => DownloadOnceAsync(request, address, target, operation, trial, credential, token), cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutRejectedException)
        {
            throw TooSlow(operation, trial, request);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw NetworkFailures.Of(e, operation, trial, _options.AddressSetting, request.MayRepeat);
        }
    }

    private async ValueTask<HttpVersionTag?> DownloadOnceAsync(
        HubHttpRequest request,
        Uri address,
        Stream target,
        string operation,
        string trial,
        HttpCredential? credential,
        CancellationToken cancellationToken)
    {
        target.SetLength(0);
        using var response = await SendFollowingAsync(request, address, credential, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode == HttpStatusCode.NotModified && request.Known is not null)
        {
            return null;
        }

        if (!response.IsSuccessStatusCode)
        {
            var answer = new HttpAnswer(operation, (int)response.StatusCode, response.Headers, null, false);
            var retryAfter = RetryAfter.Of(response.Headers, _clock);
            throw Refused(
                _options.MapFailure?.Invoke(answer) ?? Failures.Of(answer, null, retryAfter, trial, _options)!, answer, request, retryAfter);
        }

        try
        {
            var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            await new BoundedStream(body, _options.ResponseBytesMax).CopyToAsync(target, cancellationToken).ConfigureAwait(false);
        }
        catch (AnswerTooLargeException e)
        {
            throw ConnectorException.Configuration(
                _options.AddressSetting,
                string.Create(CultureInfo.InvariantCulture, $"What {operation} gives is larger than {e.BytesMax} bytes."),
                "Give the address of a smaller document.");
        }

        return new HttpVersionTag(
            response.Headers.ETag?.ToString(),
            response.Content.Headers.TryGetValues("Last-Modified", out var modified) ? string.Join(", ", modified) : null);
    }
}
