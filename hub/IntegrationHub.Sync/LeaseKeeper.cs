using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using IntegrationHub.Core.Runs;
using IntegrationHub.Core.Storage;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Sync;

/// <summary>Takes, renews and gives back the lease of one source for one run.</summary>
internal sealed class LeaseKeeper : IAsyncDisposable
{
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan RenewAfter = TimeSpan.FromSeconds(20);

    // Leases that this process is done with and could not give back, since the store could not be written: they block no run of its own.
    private static readonly ConditionalWeakTable<ILeaseStore, ConcurrentDictionary<(int SourceId, long Fence), bool>> Unreleased = [];

    private readonly ILeaseStore _leases;
    private readonly string _sourceName;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly ITimer _timer;

    private LeaseKeeper(ILeaseStore leases, string sourceName, TimeProvider clock, ILogger logger, Lease lease)
    {
        _leases = leases;
        _sourceName = sourceName;
        _clock = clock;
        _logger = logger;
        Lease = lease;
        _timer = clock.CreateTimer(_ => _ = RenewAsync(), null, RenewAfter, RenewAfter);
    }

    internal Lease Lease { get; }

    public async ValueTask DisposeAsync()
    {
        await _timer.DisposeAsync();
        try
        {
            await _leases.ReleaseAsync(Lease, CancellationToken.None);
        }
        catch (StoreException e)
        {
            // What the run achieved or why it failed counts; a lease ends by itself.
            Unreleased.GetOrCreateValue(_leases)[(Lease.SourceId, Lease.Fence)] = true;
            _logger.LeaseNotReleased(_sourceName, e.Message);
        }
    }

    /// <summary>Takes the lease. One that is held by a process of this machine which no longer runs, or that this process could not
    /// give back, is released first: a killed run must not block its own resumption.</summary>
    internal static async Task<LeaseKeeper> AcquireAsync(
        ILeaseStore leases, int sourceId, string sourceName, TimeProvider clock, ILogger logger, CancellationToken cancellationToken)
    {
        var owner = OwnerOf(Environment.ProcessId, Process.GetCurrentProcess().StartTime);
        var lease = await leases.TryAcquireAsync(sourceId, owner, clock.GetUtcNow(), Duration, cancellationToken);
        if (lease is null && await leases.FindAsync(sourceId, cancellationToken) is { } held && (IsGone(held.Owner) || IsUnreleased(leases, held)))
        {
            logger.StaleLease(sourceName, held.Owner);
            await leases.ReleaseAsync(held, cancellationToken);
            lease = await leases.TryAcquireAsync(sourceId, owner, clock.GetUtcNow(), Duration, cancellationToken);
        }

        return lease is null
            ? throw new SyncBusyException(sourceName, await leases.FindAsync(sourceId, cancellationToken))
            : new LeaseKeeper(leases, sourceName, clock, logger, lease);
    }

    private static string OwnerOf(int processId, DateTime startedAt) => string.Create(
        CultureInfo.InvariantCulture, $"{Environment.MachineName}:{processId}:{startedAt.ToUniversalTime().Ticks / TimeSpan.TicksPerSecond}");

    private static bool IsUnreleased(ILeaseStore leases, Lease held) =>
        Unreleased.TryGetValue(leases, out var left) && left.TryRemove((held.SourceId, held.Fence), out _);

    private static bool IsGone(string owner)
    {
        var parts = owner.Split(':');
        if (parts.Length != 3
            || !string.Equals(parts[0], Environment.MachineName, StringComparison.Ordinal)
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var processId))
        {
            return false;
        }

        try
        {
            using var process = Process.GetProcessById(processId);
            return !string.Equals(OwnerOf(processId, process.StartTime), owner, StringComparison.Ordinal);
        }
        catch (ArgumentException)
        {
            return true;
        }
    }

    // A renewal that fails is not the end: the fence inside the next commit decides.
    private async Task RenewAsync()
    {
        try
        {
            await _leases.RenewAsync(Lease, _clock.GetUtcNow(), Duration, CancellationToken.None);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return;
        }
    }
}
