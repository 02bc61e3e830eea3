using System.Diagnostics;

namespace IntegrationHub.Sdk.Testing.Conformance.Checks;

/// <summary>A run that an admin cancels, or a hub that stops, must not wait for a connector.</summary>
internal sealed class CancellationCheck() : SourceCheck("cancellation", "A cancelled check, discover or read ends within five seconds and is no failure.")
{
    internal override async Task<Verdict> RunAsync(SourceSubject subject, CancellationToken cancellationToken)
    {
        // A clock that stands still: who waits on it must be woken by the token.
        var context = subject.Context(new ManualClock(subject.World.Now));
        var settings = subject.Settings;
        var streams = (await subject.DiscoverAsync(cancellationToken).ConfigureAwait(false)).Select(s => s.Name).ToList();
        var calls = new (string Name, Func<Func<Task>, CancellationToken, Task> Run)[]
        {
            ("check", (_, token) => subject.CallCheckAsync(settings, context, token)),
            ("discover", (_, token) => subject.CallDiscoverAsync(settings, context, token)),
            ("read", (onMessage, token) => ReadAsync(subject, streams, context, onMessage, token)),
        };

        foreach (var (name, run) in calls)
        {
            using var before = new CancellationTokenSource();
            await before.CancelAsync().ConfigureAwait(false);
            await EndsAsync(subject.Limits, $"{name}, cancelled before it began,", () => run(() => Task.CompletedTask, before.Token)).ConfigureAwait(false);
        }

        using (var midway = new CancellationTokenSource())
        {
            await EndsAsync(subject.Limits, "read, cancelled after its first message,", () => calls[2].Run(midway.CancelAsync, midway.Token)).ConfigureAwait(false);
        }

        var stalls = 0;
        foreach (var (name, run) in calls)
        {
            stalls += await StalledAsync(subject, name, token => run(() => Task.CompletedTask, token), cancellationToken).ConfigureAwait(false);
        }

        return Verdict.Passed($"{calls.Length} calls before they began, a read midway, {stalls} while the source was silent");
    }

    private static async Task ReadAsync(
        SourceSubject subject, List<string> streams, ConnectorContext context, Func<Task> onMessage, CancellationToken cancellationToken)
    {
        await foreach (var _ in subject.MessagesAsync(subject.Full(streams), subject.Settings, context, cancellationToken).ConfigureAwait(false))
        {
            await onMessage().ConfigureAwait(false);
        }
    }

    private static async Task<int> StalledAsync(SourceSubject subject, string name, Func<CancellationToken, Task> run, CancellationToken cancellationToken)
    {
        if (!subject.World.TryBreak(WorldFault.Silence, 0))
        {
            return 0;
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var asked = subject.World.Requests;
        var wasAsked = false;
        await EndsAsync(
            subject.Limits,
            $"{name}, cancelled while the source was silent,",
            () => run(stop.Token),
            async call =>
            {
                var start = Stopwatch.GetTimestamp();
                while (!call.IsCompleted && subject.World.Requests == asked && Stopwatch.GetElapsedTime(start) < subject.Limits.CallWithin)
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, cancellationToken).ConfigureAwait(false);
                }

                wasAsked = subject.World.Requests > asked;
                await stop.CancelAsync().ConfigureAwait(false);
            }).ConfigureAwait(false);
        return wasAsked ? 1 : 0;
    }

    internal static async Task EndsAsync(ConformanceLimits limits, string what, Func<Task> call, Func<Task, Task>? meanwhile = null)
    {
        string seen;
        try
        {
            var ending = Task.Run(call);
            await (meanwhile?.Invoke(ending) ?? Task.CompletedTask).ConfigureAwait(false);
            await ending.WaitAsync(limits.CancelWithin, TimeProvider.System).ConfigureAwait(false);
            return;
        }
        catch (OperationCanceledException)
        {
            return;
        }
        catch (TimeoutException)
        {
            seen = FormattableString.Invariant($"went on for more than {limits.CancelWithin.TotalSeconds} s");
        }
#pragma warning disable CA1031 // The boundary to the connector: its failure is the finding.
        catch (Exception e)
#pragma warning restore CA1031
        {
            seen = $"ended with {SourceSubject.Describe(e)}";
        }

        throw Broken.Rule(
            $"{what} {seen}",
            $"an end within {limits.CancelWithin.TotalSeconds} s, by OperationCanceledException or because it was done",
            "pass the CancellationToken to every call that waits, look at it in loops, and catch no OperationCanceledException.");
    }
}
