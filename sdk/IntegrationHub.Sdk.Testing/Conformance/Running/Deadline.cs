namespace IntegrationHub.Sdk.Testing.Conformance;

/// <summary>Calls a connector on another thread and leaves it behind when it does not end.</summary>
internal static class Deadline
{
    internal static async Task<T> WithinAsync<T>(string call, Func<CancellationToken, Task<T>> run, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            return await Task.Run(() => run(stop.Token), cancellationToken).WaitAsync(limit, TimeProvider.System, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            throw Broken.Rule(
                $"{call} did not end within {limit.TotalSeconds} s",
                $"an end, good or bad",
                "take every wait and time-out from ConnectorContext.Clock (HubHttpClient does), and bound every loop and retry.");
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
        }
    }
}
