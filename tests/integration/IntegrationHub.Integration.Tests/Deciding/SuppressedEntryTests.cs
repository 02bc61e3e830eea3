using IntegrationHub.Sdk.Messages;
using IntegrationHub.Sync.Admin;

namespace IntegrationHub.Integration.Tests.Deciding;

/// <summary>Entries of suppression lists in a hub that goes on running, and after everything derived was built anew.</summary>
public sealed class SuppressedEntryTests
{
    private const string Ada = "name.full: Ada Lovelace | birthDate: 1815-12-10 | email: ada@example.com";
    private const string Entry = "identifier:suppressed-email: ada@example.com";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_entry_refuses_as_long_as_it_is_one_and_says_so_and_is_nobody()
    {
        await using var bench = await MatchBench.OpenAsync();
        await bench.PutAsync("stop", Entry);
        await bench.ConsentAsync("stop", ConsentStatus.Denied);
        await bench.PutAsync("ada", Ada);
        await bench.ConsentAsync("ada", ConsentStatus.Granted);
        Assert.Equal((ConsentStatus.Denied, 1), (await ChoiceAsync(bench), await CustomersAsync(bench)));
        Assert.Equal(await bench.StateAsync(), await bench.RebuiltStateAsync());
        await Assert.ThrowsAsync<AdminException>(() => bench.RecordAsync("stop"));

        await bench.PutAsync("stop", Entry.Replace("ada", "alan", StringComparison.Ordinal));
        Assert.Equal(ConsentStatus.Granted, await ChoiceAsync(bench));

        // Now it is said to be a person, with a sister, and then an entry again.
        await bench.PutAsync("stop", "name.full: Alan Turing | birthDate: 1912-06-23 | email: alan@example.com");
        await bench.PutAsync("alan", "name.full: Alan Turing | birthDate: 1912-06-23 | email: alan@example.com");
        Assert.True(await bench.AreTogetherAsync("stop", "alan"));
        await bench.PutAsync("stop", Entry);
        Assert.Equal((ConsentStatus.Denied, 2), (await ChoiceAsync(bench), await CustomersAsync(bench)));
        Assert.Equal("alan", Assert.Single((await bench.ShowAsync("alan")).Records).Reference.Key);
        Assert.Equal(await bench.StateAsync(), await bench.RebuiltStateAsync());

        await bench.DeleteAsync("stop");
        Assert.Equal((ConsentStatus.Granted, 2), (await ChoiceAsync(bench), await CustomersAsync(bench)));
    }

    [Fact]
    public async Task The_change_feed_tells_of_no_entry()
    {
        await using var bench = await MatchBench.OpenAsync();
        await bench.PutAsync("stop", Entry);
        await bench.PutAsync("ada", Ada);
        bench.Restart();
        await bench.PutAsync("stop", Entry + " | list:robinson: true");

        Assert.Equal(await bench.IdAsync("ada"), Assert.Single(await bench.Store.Customers.ReadChangesAsync(0, 10, Cancel)).CustomerId);
    }

    private static async Task<ConsentStatus> ChoiceAsync(MatchBench bench) => Assert.Single((await bench.ShowAsync("ada")).Consents).Status;

    private static async Task<long> CustomersAsync(MatchBench bench) => (await bench.Store.Customers.GetTotalsAsync(Cancel)).Customers;
}
