namespace IntegrationHub.Identity;

/// <summary>How the engine shares out large work: two workers at most, so that a host has cores left for its own.</summary>
internal static class TwoCores
{
    /// <summary>Gets the number of workers.</summary>
    public static int Workers { get; } = Math.Clamp(Environment.ProcessorCount, 1, 2);

    /// <summary>Gives the number of workers for so much work: one when sharing it out costs more than it saves.</summary>
    public static int WorkersFor(int count, int parallelMin) => count < parallelMin ? 1 : Workers;

    /// <summary>Limits a parallel loop to the workers.</summary>
    public static ParallelOptions Options(CancellationToken cancellationToken = default) =>
        new() { MaxDegreeOfParallelism = Workers, CancellationToken = cancellationToken };

    /// <summary>Cuts a count into a range for each worker.</summary>
    /// <param name="count">How many there are.</param>
    /// <param name="work">Gets the first place of a range and the one after its last.</param>
    public static void InParts(int count, Action<int, int> work) => Share(count, Workers, (_, from, to) => work(from, to));

    /// <summary>Cuts a count into a range for each worker.</summary>
    /// <param name="count">How many there are.</param>
    /// <param name="parallelMin">With fewer there is one range.</param>
    /// <param name="work">Gets the first place of a range and the one after its last.</param>
    /// <returns>The results in the order of the ranges.</returns>
    public static T[] InParts<T>(int count, int parallelMin, Func<int, int, T> work)
    {
        var results = new T[WorkersFor(count, parallelMin)];
        Share(count, results.Length, (worker, from, to) => results[worker] = work(from, to));
        return results;
    }

    /// <summary>Lets each worker do its share of several things.</summary>
    /// <param name="work">Gets the number of the worker, for <see cref="PartOf"/>.</param>
    /// <returns>The results by worker.</returns>
    public static T[] PerWorker<T>(Func<int, T> work)
    {
        var results = new T[Workers];
        Parallel.For(0, Workers, worker => results[worker] = work(worker));
        return results;
    }

    /// <summary>Gives the range of a count that is one worker's share.</summary>
    public static (int From, int To) PartOf(int count, int worker) => Cut(count, worker, Workers);

    private static void Share(int count, int workers, Action<int, int, int> work) => Parallel.For(0, workers, worker =>
    {
        var (from, to) = Cut(count, worker, workers);
        work(worker, from, to);
    });

    private static (int From, int To) Cut(int count, int worker, int workers) =>
        ((int)((long)count * worker / workers), (int)((long)count * (worker + 1) / workers));
}
