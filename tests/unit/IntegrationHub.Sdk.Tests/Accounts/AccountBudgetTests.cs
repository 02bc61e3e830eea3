using IntegrationHub.Sdk.Accounts;
using IntegrationHub.Sdk.Testing;

namespace IntegrationHub.Sdk.Tests.Accounts;

public sealed class AccountBudgetTests
{
    private readonly ManualClock _clock = new();
    private readonly AccountBudgets _budgets = new();

    [Fact]
    public void A_burst_is_free_then_takers_queue_up_each_for_longer()
    {
        var budget = Budget(restorePerSecond: 2, maximum: 3);

        Assert.Equal([0, 0, 0, 0.5, 1, 1.5], Enumerable.Range(0, 6).Select(_ => Wait(budget)));
    }

    [Fact]
    public void What_is_spent_comes_back_at_the_rate_and_no_further_than_the_maximum()
    {
        var budget = Budget(restorePerSecond: 2, maximum: 3);
        Wait(budget, 3);

        _clock.Advance(TimeSpan.FromSeconds(0.5));
        Assert.Equal([0, 0.5], [Wait(budget), Wait(budget)]);
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal([0, 0.5], [Wait(budget, 3), Wait(budget)]);
    }

    [Fact]
    public void Who_would_wait_too_long_takes_nothing_and_learns_when_to_come_back()
    {
        var budget = Budget(restorePerSecond: 1, maximum: 1);
        Wait(budget);

        Assert.False(budget.TryTake(3, TimeSpan.FromSeconds(2.9), out var wait));
        Assert.Equal(TimeSpan.FromSeconds(3), wait);
        Assert.True(budget.TryTake(3, TimeSpan.FromSeconds(3), out _));
    }

    [Fact]
    public void A_wait_is_told_as_a_year_at_most()
    {
        Assert.False(Budget(restorePerSecond: 1e-12, maximum: 1).TryTake(2, TimeSpan.FromDays(1), out var wait));
        Assert.Equal(TimeSpan.FromDays(365), wait);
    }

    [Fact]
    public void A_pause_gives_nothing_out_until_it_is_over_and_then_one_at_a_time()
    {
        var budget = Budget(restorePerSecond: 2, maximum: 10);

        budget.Pause(TimeSpan.FromSeconds(30));

        Assert.False(budget.TryTake(1, TimeSpan.FromSeconds(29.9), out var wait));
        Assert.Equal(TimeSpan.FromSeconds(30), wait);
        _clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal([0, 0.5], [Wait(budget), Wait(budget)]);
    }

    [Fact]
    public void A_pause_shortens_no_wait_that_is_longer()
    {
        var budget = Budget(restorePerSecond: 1, maximum: 1);
        Wait(budget, 61);

        budget.Pause(TimeSpan.FromSeconds(1));

        Assert.Equal(61, Wait(budget));
    }

    [Fact]
    public void A_pause_counts_from_now()
    {
        var budget = Budget(restorePerSecond: 1, maximum: 5);
        Wait(budget, 5);
        _clock.Advance(TimeSpan.FromSeconds(60));

        budget.Pause(TimeSpan.FromSeconds(10));

        Assert.Equal(10, Wait(budget));
    }

    [Fact]
    public void What_the_vendor_reports_counts_more_than_what_the_connector_says()
    {
        var budget = Budget(restorePerSecond: 1, maximum: 1);

        budget.Report(available: 20, maximum: 100, restorePerSecond: 10);
        Assert.Same(budget, Budget(restorePerSecond: 1, maximum: 1));

        Assert.Equal([0, 1], [Wait(budget, 20), Wait(budget, 10)]);
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal([0, 0.1], [Wait(budget, 100), Wait(budget, 1)]);
    }

    [Theory]
    [InlineData(-5, 0.1)]
    [InlineData(0, 0.1)]
    [InlineData(1, 0)]
    public void Less_than_nothing_left_counts_as_nothing(double available, double expected)
    {
        var budget = Budget(restorePerSecond: 1, maximum: 1);

        budget.Report(available, maximum: 100, restorePerSecond: 10);

        Assert.Equal(expected, Wait(budget));
    }

    [Fact]
    public void More_left_than_there_can_be_counts_as_all()
    {
        var budget = Budget(restorePerSecond: 1, maximum: 1);

        budget.Report(available: 500, maximum: 100, restorePerSecond: 10);

        Assert.Equal([0, 0.1], [Wait(budget, 100), Wait(budget)]);
    }

    [Fact]
    public void Takers_who_wait_keep_what_they_were_promised_when_the_vendor_reports()
    {
        var budget = Budget(restorePerSecond: 1, maximum: 1);
        Wait(budget, 5); // Four more than there is.
        _clock.Advance(TimeSpan.FromSeconds(1)); // Three.

        budget.Report(available: 5, maximum: 100, restorePerSecond: 10);

        Assert.Equal([0, 0.1], [Wait(budget, 2), Wait(budget)]);
    }

    [Fact]
    public void Of_two_callers_the_later_one_counts_from_then_on()
    {
        var budget = Budget(restorePerSecond: 1, maximum: 100);
        Wait(budget, 100);
        _clock.Advance(TimeSpan.FromSeconds(2)); // At the old rate.

        Assert.Same(budget, Budget(restorePerSecond: 10, maximum: 100));

        Assert.Equal([0, 0.1], [Wait(budget, 2), Wait(budget)]);
    }

    [Fact]
    public void A_smaller_budget_does_not_keep_what_a_larger_one_had_saved()
    {
        var budget = Budget(restorePerSecond: 1, maximum: 100);

        Budget(restorePerSecond: 1, maximum: 2);

        Assert.Equal([0, 1], [Wait(budget, 2), Wait(budget)]);
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        var budget = Budget(restorePerSecond: 1, maximum: 1);

        Assert.Throws<ArgumentOutOfRangeException>(() => budget.TryTake(0, TimeSpan.Zero, out _));
        Assert.Throws<ArgumentOutOfRangeException>(() => budget.Report(1, 0.5, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => budget.Report(1, 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Budget(restorePerSecond: 0, maximum: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Budget(restorePerSecond: 1, maximum: 0.9));
        Assert.Throws<ArgumentException>(() => _budgets.For(string.Empty, 1, 1, _clock));
        Assert.Throws<ArgumentNullException>(() => _budgets.For("a", 1, 1, null!));
    }

    private AccountBudget Budget(double restorePerSecond, double maximum) => _budgets.For("account", restorePerSecond, maximum, _clock);

    private static double Wait(AccountBudget budget, double cost = 1)
    {
        Assert.True(budget.TryTake(cost, TimeSpan.FromDays(1), out var wait));
        return wait.TotalSeconds;
    }
}
