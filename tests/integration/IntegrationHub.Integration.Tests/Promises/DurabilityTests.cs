using System.Globalization;
using System.Text;
using IntegrationHub.Integration.Tests.Cli;

namespace IntegrationHub.Integration.Tests.Promises;

/// <summary>A sync killed without warning goes on where it was: nothing missing, nothing doubled.</summary>
public sealed class DurabilityTests
{
    private const int Records = 40_000;
    private const int Kills = 20;

    [Fact]
    public async Task Killed_twenty_times_in_the_middle_a_sync_ends_with_what_an_undisturbed_one_gives()
    {
        using var calm = new HubShell();
        await PrepareAsync(calm);
        await calm.DoAsync("sync", "run", "people");

        using var killed = new HubShell();
        await PrepareAsync(killed);
        var random = new Random(20261122);
        var kills = 0;
        for (var i = 0; i < Kills; i++)
        {
            kills += await KillAsync(killed, TimeSpan.FromMilliseconds(random.Next(300, 2_500))) ? 1 : 0;
        }

        await killed.DoAsync("sync", "run", "people");

        Assert.InRange(kills, Kills / 2, Kills);
        Assert.Equal(await Sets.PartitionAsync(calm), await Sets.PartitionAsync(killed));
        var links = Sets.Rows(Path.Combine(killed.Folder, "links.csv")).Select(r => r[2]).ToList();
        Assert.Equal(Records, links.Count);
        Assert.Equal(Records, links.Distinct(StringComparer.Ordinal).Count());
    }

    private static async Task<bool> KillAsync(HubShell shell, TimeSpan after)
    {
        using var process = shell.Start(["sync", "run", "people"], shell.DataFolder);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await Task.WhenAny(process.WaitForExitAsync(TestContext.Current.CancellationToken), Task.Delay(after, TestContext.Current.CancellationToken));
        var isRunning = !process.HasExited;
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        await Task.WhenAll(output, error);
        return isRunning;
    }

    private static async Task PrepareAsync(HubShell shell)
    {
        await shell.DoAsync("init");
        var text = new StringBuilder("id,name,email,city\n");
        for (var i = 0; i < Records; i++)
        {
            // Every fourth record is the person of the one before, so that there are customers to merge.
            var person = i - (i % 4 == 3 ? 1 : 0);
            text.Append(CultureInfo.InvariantCulture, $"r{i},Person Number{person},p{person}@people.example,Town{person % 97}\n");
        }

        shell.Write("people.csv", text.ToString());
        shell.Write("people.json", """{"key":"id","columns":{"name":"name.full","email":"email","city":"address.locality"}}""");
        await Sets.AddSourceAsync(shell, "people", "people.csv", "people.json", "US");
    }
}
