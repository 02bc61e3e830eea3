using System.Globalization;
using System.Net;
using Polly.Timeout;

namespace IntegrationHub.Sdk.Http;

/// <content>One attempt: send, follow redirects, read, sort the outcome.</content>
public sealed partial class HubHttpClient
{
    private const int RedirectsMax = 5;
    private const long FailureBytesMax = 256 * 1024;

    private async ValueTask<HttpAnswer> AttemptAsync(HubHttpRequest request, Uri address, int attempt, CancellationToken cancellationToken)
    {
        var trial = TrialOf(attempt);
        if (_oauth is null)
        {
            return (await TryAsync(request, address, trial, _options.Credential, false, cancellationToken).ConfigureAwait(false))!;
        }

        // A token may be withdrawn before its time: refused once, it is renewed once.
        var access = await _oauth.GetAsync(cancellationToken).ConfigureAwait(false);
        var answer = await TryAsync(request, address, trial, CredentialOf(access), true, cancellationToken).ConfigureAwait(false);
        if (answer is null)
        {
            access = await _oauth.RenewAsync(access, cancellationToken).ConfigureAwait(false);
            answer = await TryAsync(request, address, trial, CredentialOf(access), false, cancellationToken).ConfigureAwait(false);
        }

        return answer!;
    }

    /// <summary>Sends once within the time limit; null when the login was refused and another may be tried.</summary>
    private async ValueTask<HttpAnswer?> TryAsync(
        HubHttpRequest request, Uri address, string trial, HttpCredential? credential, bool mayRenew, CancellationToken cancellationToken)
    {
        var operation = Addresses.Describe(request.Method, address);
        try
        {
            return await _timeout.ExecuteAsync(
                token => SendOnceAsync(request, address, operation, trial, credential, mayRenew, token), cancellationToken).ConfigureAwait(false);
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

    private string TrialOf(int attempt) => string.Create(CultureInfo.InvariantCulture, $"(attempt {attempt} of {_options.RetriesMax + 1})");

    private AttemptFailedException TooSlow(string operation, string trial, HubHttpRequest request) => new(
        ConnectorException.Transient(
            string.Create(CultureInfo.InvariantCulture, $"{operation} gave no answer within {_options.AttemptTimeout.TotalSeconds} seconds {trial}.")),
        request.MayRepeat,
        null);

    private HttpCredential CredentialOf(OAuthAccess access) => _options.OAuth!.Credential(access.Token);

    private async ValueTask<HttpAnswer?> SendOnceAsync(
        HubHttpRequest request, Uri address, string operation, string trial, HttpCredential? credential, bool mayRenew, CancellationToken cancellationToken)
    {
        using var response = await SendFollowingAsync(request, address, credential, cancellationToken).ConfigureAwait(false);
        if (mayRenew && response.StatusCode == HttpStatusCode.Unauthorized)
        {
            return null;
        }

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

        if (_options.RateBudget?.Read?.Invoke(answer) is { } report)
        {
            _budget!.Report(report.Available, report.Maximum, report.RestorePerSecond);
        }

        var retryAfter = RetryAfter.Of(response.Headers, _clock);
        var failure = _options.MapFailure?.Invoke(answer) ?? Failures.Of(answer, problem, retryAfter, trial, _options);
        return failure is null ? answer : throw Refused(failure, answer, request, retryAfter);
    }

    private async Task<HttpResponseMessage> SendFollowingAsync(
        HubHttpRequest request, Uri address, HttpCredential? credential, CancellationToken cancellationToken)
    {
        var method = request.Method;
        for (var hop = 0; ; hop++)
        {
            using var message = Message(request, method, address, credential);
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

    private HttpRequestMessage Message(HubHttpRequest request, HttpMethod method, Uri address, HttpCredential? credential)
    {
        var message = new HttpRequestMessage(method, address);
        message.Headers.Accept.ParseAdd(request.Accept);
        message.Headers.UserAgent.Add(UserAgent.Value);
        foreach (var (name, value) in _options.Headers)
        {
            message.Headers.Remove(name);
            message.Headers.TryAddWithoutValidation(name, value);
        }

        if (request.Known is { ETag: { } tag })
        {
            message.Headers.TryAddWithoutValidation("If-None-Match", tag);
        }

        if (request.Known is { LastModified: { } modified })
        {
            message.Headers.TryAddWithoutValidation("If-Modified-Since", modified);
        }

        if (credential is not null && !credential.TryApply(message.Headers))
        {
            message.Dispose();
            throw ConnectorException.Configuration(
                _options.LoginSetting,
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

        // Both mean that everyone of this account shall wait, not only who asked.
        if (answer.StatusCode is 429 or 503 && wait is { } pause)
        {
            _budget?.Pause(pause);
        }

        return new AttemptFailedException(failure, request.MayRepeat || answer.StatusCode == 429, wait);
    }

    private static AttemptFailedException Failed(ConnectorException failure, bool isRetryable) => new(failure, isRetryable, null);
}
