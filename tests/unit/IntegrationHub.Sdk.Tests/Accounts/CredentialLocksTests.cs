using IntegrationHub.Sdk.Accounts;

namespace IntegrationHub.Sdk.Tests.Accounts;

public sealed class CredentialLocksTests
{
    private readonly CredentialLocks _locks = new();

    [Fact]
    public async Task One_at_a_time_has_the_lock_of_a_name_and_names_do_not_wait_for_each_other()
    {
        var stop = TestContext.Current.CancellationToken;
        var first = await _locks.AcquireAsync("a", stop);
        var second = _locks.AcquireAsync("a", stop);
        var other = _locks.AcquireAsync("A", stop);

        Assert.False(second.IsCompleted);
        Assert.True(other.IsCompletedSuccessfully);
        await first.DisposeAsync();
        await (await second).DisposeAsync();
    }

    [Fact]
    public async Task Disposing_twice_lets_one_in_not_two()
    {
        var stop = TestContext.Current.CancellationToken;
        var first = await _locks.AcquireAsync("a", stop);
        var second = _locks.AcquireAsync("a", stop);
        var third = _locks.AcquireAsync("a", stop);

        await first.DisposeAsync();
        await first.DisposeAsync();

        var held = await second;
        Assert.False(third.IsCompleted);
        await held.DisposeAsync();
        await (await third).DisposeAsync();
    }

    [Fact]
    public async Task Who_gives_up_waiting_keeps_nobody_out()
    {
        using var impatient = new CancellationTokenSource();
        var stop = TestContext.Current.CancellationToken;
        var first = await _locks.AcquireAsync("a", stop);
        var second = _locks.AcquireAsync("a", impatient.Token);
        var third = _locks.AcquireAsync("a", stop);

        await impatient.CancelAsync();
        await Task.WhenAny(second);
        Assert.True(second.IsCanceled);
        Assert.False(third.IsCompleted);
        Assert.False(_locks.AcquireAsync("a", new CancellationToken(true)).IsCompletedSuccessfully);

        await first.DisposeAsync();
        var held = await third;
        Assert.False(_locks.AcquireAsync("a", impatient.Token).IsCompletedSuccessfully);
        await held.DisposeAsync();
        await (await _locks.AcquireAsync("a", stop)).DisposeAsync();
    }

    [Fact]
    public async Task Many_in_parallel_never_meet()
    {
        var (inside, most, done) = (0, 0, 0);
        await Parallel.ForAsync(0, 200, TestContext.Current.CancellationToken, async (i, stop) =>
        {
            await using var held = await _locks.AcquireAsync("a", stop);
            most = Math.Max(most, Interlocked.Increment(ref inside));
            await Task.Yield();
            Interlocked.Decrement(ref inside);
            done++;
        });

        Assert.Equal((1, 200), (most, done));
    }

    [Fact]
    public async Task Locks_nobody_holds_or_waits_for_take_no_memory()
    {
        var (held, givenUp) = await UsedNamesAsync();
        await Task.Yield(); // Off the stack that ended it.

        for (var i = 0; i < 10 && (held.IsAlive || givenUp.IsAlive); i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.Equal((false, false), (held.IsAlive, givenUp.IsAlive));
        GC.KeepAlive(_locks);
    }

    [Fact]
    public Task Nothing_is_no_name() => Assert.ThrowsAsync<ArgumentException>(() => _locks.AcquireAsync(string.Empty, TestContext.Current.CancellationToken));

    // Apart, so that nothing of the caller keeps the names alive.
    private async Task<(WeakReference Held, WeakReference GivenUp)> UsedNamesAsync()
    {
        var (held, givenUp) = (new string('h', 8), new string('g', 8));
        var first = await _locks.AcquireAsync(held, CancellationToken.None);
        var second = _locks.AcquireAsync(held, CancellationToken.None);
        await first.DisposeAsync();
        await (await second).DisposeAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await _locks.AcquireAsync(givenUp, new CancellationToken(true)));
        return (new WeakReference(held), new WeakReference(givenUp));
    }
}
