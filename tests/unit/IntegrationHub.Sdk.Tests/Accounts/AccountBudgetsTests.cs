using System.Globalization;
using IntegrationHub.Sdk.Accounts;
using IntegrationHub.Sdk.Testing;

namespace IntegrationHub.Sdk.Tests.Accounts;

public sealed class AccountBudgetsTests
{
    private const int CountMax = 1024;

    private readonly ManualClock _clock = new();
    private readonly AccountBudgets _budgets = new();

    [Fact]
    public void Each_account_and_each_clock_has_a_budget_of_its_own()
    {
        var budget = For("a");

        Assert.Same(budget, For("a"));
        Assert.NotSame(budget, For("A"));
        Assert.NotSame(budget, _budgets.For("a", 1, 1, new ManualClock()));
    }

    [Fact]
    public void Beyond_the_limit_those_that_are_full_are_forgotten_and_no_other()
    {
        var spent = For("spent");
        spent.TryTake(1, TimeSpan.Zero, out _);
        var full = For("full");
        Fill(CountMax - 3);
        Assert.Same(full, For("full")); // One below the limit.
        For("last");
        Assert.Same(full, For("full")); // Known ones push out nobody.

        For("one more");

        Assert.Same(spent, For("spent"));
        Assert.NotSame(full, For("full"));
    }

    [Fact]
    public void One_that_filled_up_again_is_forgotten_too()
    {
        var budget = For("spent");
        budget.TryTake(1, TimeSpan.Zero, out _);
        Fill(CountMax - 1);

        _clock.Advance(TimeSpan.FromSeconds(1));
        For("one more");

        Assert.NotSame(budget, For("spent"));
    }

    private void Fill(int count)
    {
        for (var i = 0; i < count; i++)
        {
            For(i.ToString(CultureInfo.InvariantCulture));
        }
    }

    private AccountBudget For(string account) => _budgets.For(account, 1, 1, _clock);
}
