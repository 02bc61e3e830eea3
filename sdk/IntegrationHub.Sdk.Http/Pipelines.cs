using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace IntegrationHub.Sdk.Http;

/// <summary>Builds the Polly pipelines of a client.</summary>
internal static class Pipelines
{
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
                ShouldHandle = args => ValueTask.FromResult(args.Outcome.Exception is AttemptFailedException { IsRetryable: true }),
                DelayGenerator = args => ValueTask.FromResult((args.Outcome.Exception as AttemptFailedException)?.RetryAfter),
                OnRetry = args =>
                {
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
}
