namespace IntegrationHub.Sdk.Http;

/// <summary>Carries a failure out of one attempt to the retry strategy. Never leaves this assembly.</summary>
internal sealed class AttemptFailedException(ConnectorException failure, bool isRetryable, TimeSpan? retryAfter)
    : Exception(failure.Message, failure)
{
    internal ConnectorException Failure { get; } = failure;

    internal bool IsRetryable { get; } = isRetryable;

    internal TimeSpan? RetryAfter { get; } = retryAfter;
}
