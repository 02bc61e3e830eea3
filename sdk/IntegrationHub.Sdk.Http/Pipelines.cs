using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace IntegrationHub.Sdk.Http;

/// <summary>Builds the Polly pipelines of a client.</summary>
internal static class Pipelines
{
    private const int StoreRetriesMax = 3;

    internal static ResiliencePipeline Retry(HubHttpOptions options, TimeProvider clock, ILogger logger)
    {
        if (options.RetriesMax == 0)
        {
            return ResiliencePipeline.Empty;
        }

        var gate = new Lock();
        return new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = options.RetriesMax,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = options.RetryDelay,
                MaxDelay = options.RetryDelayMax,
                Randomizer = () =>
                {
                    lock (gate)
                    {
                        return options.Random.NextDouble();
                    }
                },
                ShouldHandle = args => ValueTask.FromResult(
                    args.Outcome.Exception is AttemptFailedException { IsRetryable: true } e
                    && CallOf(args.Context).MayWait(e.RetryAfter ?? TimeSpan.Zero)),
                DelayGenerator = args => ValueTask.FromResult(WaitOf(args.Outcome.Exception)),
                OnRetry = args =>
                {
                    CallOf(args.Context).Spend(args.RetryDelay);
                    Log.Retrying(logger, args.Outcome.Exception?.Message ?? string.Empty, args.RetryDelay);
                    return ValueTask.CompletedTask;
                },
            })
            .Build();
    }

    internal static ResiliencePipeline Timeout(HubHttpOptions options, TimeProvider clock) =>
        new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddTimeout(new TimeoutStrategyOptions { Timeout = options.AttemptTimeout })
            .Build();

    /// <summary>Stores a secret that exists nowhere else: worth more than one try.</summary>
    internal static ResiliencePipeline Store(TimeProvider clock) =>
        new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = StoreRetriesMax,
                BackoffType = DelayBackoffType.Exponential,
                Delay = TimeSpan.FromMilliseconds(200),
                ShouldHandle = args => ValueTask.FromResult(args.Outcome.Exception is ConnectorException { Kind: FailureKind.Transient }),
            })
            .Build();

    private static CallState CallOf(ResilienceContext context) => context.Properties.GetValue(CallState.Key, null!);

    // "Retry-After: 0" says nothing that the client's own, growing wait does not say better.
    private static TimeSpan? WaitOf(Exception? failure) =>
        failure is AttemptFailedException { RetryAfter: { } wait } && wait > TimeSpan.Zero ? wait : null;
}
