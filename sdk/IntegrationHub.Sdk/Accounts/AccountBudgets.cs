using System.Security.Cryptography;
using System.Text;

namespace IntegrationHub.Sdk.Accounts;

/// <summary>The rate budgets of the accounts that a process asks, one per account. Thread-safe.</summary>
/// <remarks>It lives in this assembly because the hub and all plugins share it, while each plugin has a copy of
/// <c>IntegrationHub.Sdk.Http</c> of its own: so two syncs, and two plugins, that ask the same account keep to one rate. A connector
/// in a child process shares with what runs in that process alone; what the vendor reports
/// (<see cref="AccountBudget.Report"/>, <see cref="AccountBudget.Pause"/>) is what keeps several processes within its limit.</remarks>
public sealed class AccountBudgets
{
    private const int CountMax = 1024;

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Account, TimeProvider Clock), AccountBudget> _budgets = [];

    /// <summary>Gets the budgets of this process.</summary>
    public static AccountBudgets Shared { get; } = new();

    /// <summary>Finds the budget of an account, or starts one that is full.</summary>
    /// <param name="account">What the vendor counts by, with its host. May hold a secret; it is kept hashed.</param>
    /// <param name="restorePerSecond">The lasting rate, above 0. Of two callers the later one counts, and what the vendor
    /// reports counts more.</param>
    /// <param name="maximum">How much may be saved up for a burst, at least 1.</param>
    /// <param name="clock">The clock it goes by; each clock has budgets of its own.</param>
    /// <returns>The budget. Beyond 1,024 accounts those that are full are forgotten, which changes nothing.</returns>
    public AccountBudget For(string account, double restorePerSecond, double maximum, TimeProvider clock)
    {
        ArgumentException.ThrowIfNullOrEmpty(account);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(restorePerSecond);
        ArgumentOutOfRangeException.ThrowIfLessThan(maximum, 1);
        ArgumentNullException.ThrowIfNull(clock);

        var key = (Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(account))), clock);
        lock (_gate)
        {
            if (!_budgets.TryGetValue(key, out var budget))
            {
                if (_budgets.Count >= CountMax)
                {
                    ForgetIdle();
                }

                _budgets[key] = budget = new AccountBudget(clock);
            }

            budget.Configure(restorePerSecond, maximum);
            return budget;
        }
    }

    private void ForgetIdle()
    {
        foreach (var key in _budgets.Where(b => b.Value.IsIdle()).Select(b => b.Key).ToList())
        {
            _budgets.Remove(key);
        }
    }
}
