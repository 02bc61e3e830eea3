using System.Diagnostics;

namespace IntegrationHub.Sdk.Testing.Conformance.Checks;

/// <summary>The hub makes a connector for each run and for every form it shows.</summary>
internal sealed class ConstructionCheck() : SourceCheck("construction", "Making a connector does no work and waits for nothing.")
{
    internal override async Task<Verdict> RunAsync(SourceSubject subject, CancellationToken cancellationToken) =>
        await RunAsync(() => subject.DescribeAsync(cancellationToken), subject.Limits.ConstructWithin, cancellationToken).ConfigureAwait(false);

    internal static async Task<Verdict> RunAsync(Func<Task> make, TimeSpan within, CancellationToken cancellationToken)
    {
        // The best of three: the first one compiles, and a machine may be busy.
        var best = TimeSpan.MaxValue;
        for (var i = 0; i < 3; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await Task.Run(make, cancellationToken).ConfigureAwait(false);
            var took = Stopwatch.GetElapsedTime(start);
            best = took < best ? took : best;
        }

        return best <= within
            ? Verdict.Passed($"{best.TotalMilliseconds:0.0} ms")
            : throw Broken.Rule(
                $"constructor and Describe took {best.TotalSeconds:0.0} s",
                $"at most {within.TotalSeconds} s",
                "move reading, connecting and waiting into check, discover and read.");
    }
}
