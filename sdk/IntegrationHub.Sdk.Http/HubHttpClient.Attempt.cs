using System.Globalization;
using Polly.Timeout;

namespace IntegrationHub.Sdk.Http;

/// <content>One attempt: send, follow redirects, read, sort the outcome.</content>
public sealed partial class HubHttpClient
{
    private const int RedirectsMax = 5;
    private const long FailureBytesMax = 256 * 1024;

    private async ValueTask<HttpAnswer> AttemptAsync(HubHttpRequest request, Uri address, int attempt, CancellationToken cancellationToken)
    {
        var operation = Addresses.Describe(request.Method, address);
        var trial = string.Create(CultureInfo.InvariantCulture, $"(attempt {attempt} of {_options.RetriesMax + 1})");
        try
        {
            return await _timeout.ExecuteAsync(
                token => SendOnceAsync(request, address, operation, trial, token), cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutRejectedException)
        {
            throw Failed(ConnectorException.Transient(
                string.Create(CultureInfo.InvariantCulture, $"{operation} gave no answer within {_options.AttemptTimeout.TotalSeconds} seconds {trial}.")), request.MayRepeat);
        }
        catch (HttpRequestException e)
        {
            var neverSent = e.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError;
            throw Failed(
                ConnectorException.Transient($"{operation} could not be reached: {Reason(e.HttpRequestError)} {trial}.", null, e),
                request.MayRepeat || neverSent);
        }
        catch (IOException e)
        {
            throw Failed(ConnectorException.Transient($"The answer of {operation} broke off {trial}.", null, e), request.MayRepeat);
        }
    }

    private async ValueTask<HttpAnswer> SendOnceAsync(
        HubHttpRequest request, Uri address, string operation, string trial, CancellationToken cancellationToken)
    {
        using var response = await SendFollowingAsync(request, address, cancellationToken).ConfigureAwait(false);
        var isSuccess = response.IsSuccessStatusCode;
        var bytesMax = isSuccess ? _options.ResponseBytesMax : Math.Min(FailureBytesMax, _options.ResponseBytesMax);
        string? problem = null;
        HttpAnswer answer;
        try
        {
            var (body, isHtml, flaw) = await JsonBody.ReadAsync(response, bytesMax, cancellationToken).ConfigureAwait(false);
            problem = flaw;
            answer = new HttpAnswer(operation, (int)response.StatusCode, response.Headers, body, isHtml);
        }
        catch (AnswerTooLargeException) when (!isSuccess)
        {
            answer = new HttpAnswer(operation, (int)response.StatusCode, response.Headers, null, false);
        }
        catch (AnswerTooLargeException e)
        {
            throw ConnectorException.Defect(
                string.Create(CultureInfo.InvariantCulture, $"The answer of {operation} is larger than {e.BytesMax} bytes; ask for smaller pages."));
        }

        var retryAfter = RetryAfter.Of(response.Headers, _clock);
        var failure = _options.MapFailure?.Invoke(answer) ?? Failures.Of(answer, problem, retryAfter, trial, _options);
        return failure is null ? answer : throw Refused(failure, answer, request, retryAfter);
    }

    private async Task<HttpResponseMessage> SendFollowingAsync(HubHttpRequest request, Uri address, CancellationToken cancellationToken)
    {
        var method = request.Method;
        for (var hop = 0; ; hop++)
        {
            using var message = Message(request, method, address);
            var response = await _invoker.SendAsync(message, cancellationToken).ConfigureAwait(false);
            var next = Addresses.RedirectOf(response, address);
            if (next is null)
            {
                return response;
            }

            var status = (int)response.StatusCode;
            response.Dispose();
            EnsureAllowed(next);
            if (hop >= RedirectsMax)
            {
                throw ConnectorException.Defect(
                    string.Create(CultureInfo.InvariantCulture, $"{Addresses.Describe(request.Method, address)} was redirected more than {RedirectsMax} times."));
            }

            // 307 and 308 keep the method; the older ones become GET, as every browser does.
            method = status is 307 or 308 || method == HttpMethod.Head ? method : HttpMethod.Get;
            address = next;
        }
    }

    private HttpRequestMessage Message(HubHttpRequest request, HttpMethod method, Uri address)
    {
        var message = new HttpRequestMessage(method, address);
        message.Headers.Accept.ParseAdd("application/json");
        foreach (var (name, value) in _options.Headers)
        {
            message.Headers.Remove(name);
            message.Headers.TryAddWithoutValidation(name, value);
        }

        if (_options.Credential is { } credential && !credential.TryApply(message.Headers))
        {
            message.Dispose();
            throw ConnectorException.Configuration(
                _options.SecretSetting,
                "The secret holds a character that cannot be sent in a header, such as a line break.",
                "Copy it again, without anything before or after it.");
        }

        if (method == request.Method)
        {
            message.Content = request.Content();
        }

        return message;
    }

    private AttemptFailedException Refused(ConnectorException failure, HttpAnswer answer, HubHttpRequest request, TimeSpan? retryAfter)
    {
        var wait = failure.RetryAfter ?? retryAfter;
        if (failure.Kind != FailureKind.Transient)
        {
            return Failed(failure, false);
        }

        if (wait > _options.RetryAfterMax)
        {
            return Failed(failure.RetryAfter is null ? ConnectorException.Transient(failure.Message, wait) : failure, false);
        }

        if (answer.StatusCode == 429 && wait is { } pause)
        {
            _bucket?.Pause(pause);
        }

        return new AttemptFailedException(failure, request.MayRepeat || answer.StatusCode == 429, wait);
    }

    private static AttemptFailedException Failed(ConnectorException failure, bool isRetryable) => new(failure, isRetryable, null);

    private static string Reason(HttpRequestError error) => error switch
    {
        HttpRequestError.NameResolutionError => "its name is not known",
        HttpRequestError.ConnectionError => "no connection",
        HttpRequestError.SecureConnectionError => "no secure connection; its certificate may be wrong",
        HttpRequestError.ResponseEnded => "it closed the connection",
        HttpRequestError.ProxyTunnelError => "the proxy refused",
        _ => "the connection failed",
    };
}
