using System.Globalization;
using System.Text.Json.Nodes;
using IntegrationHub.Core.Matching;
using IntegrationHub.Identity;
using IntegrationHub.Sync.Admin;

namespace IntegrationHub.Integration.Tests.Deciding;

/// <summary>Another model changes customers at once or not at all, and people's decisions hold through it.</summary>
public sealed class EpochTests : IAsyncLifetime
{
    private MatchBench _bench = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _bench = await MatchBench.OpenAsync();

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Fact]
    public async Task A_dry_run_says_what_would_merge_and_split_and_changes_nothing()
    {
        await FillAsync();
        var before = await _bench.StateAsync();

        var report = await UseAsync(Strict(), isDryRun: true);

        Assert.Equal((4, 6), (report.Outcome.Difference.CustomersBefore, report.Outcome.Difference.CustomersAfter));
        Assert.Equal((2, 0, 2), (report.Outcome.Difference.Stay, report.Outcome.Difference.Merge, report.Outcome.Difference.Split));
        Assert.Contains(report.Worst, w => w.Before.Count == 1 && w.Before[0].Records == 2 && w.After.Count == 2);
        Assert.Equal(before, await _bench.StateAsync());
        Assert.Equal(new ModelUse(0, false), await _bench.Store.Models.GetUseAsync(Cancel));
    }

    [Fact]
    public async Task A_switch_gives_what_a_rebuild_gives_ids_survive_and_the_way_back_gives_the_state_before()
    {
        await FillAsync();
        var (before, ada) = (await _bench.StateAsync(), await _bench.IdAsync("a1"));

        var report = await UseAsync(Strict(), isDryRun: false);

        Assert.Equal(1, report.Outcome.Epoch);
        Assert.False(await _bench.AreTogetherAsync("a1", "a2"));
        Assert.Equal(ada, await _bench.IdAsync("a1"));
        Assert.Equal(await _bench.StateAsync(), await _bench.RebuiltStateAsync());
        _bench.Restart();
        await _bench.PutAsync("a1", Someone.Ada + " | jobTitle: Engineer");
        Assert.False(await _bench.AreTogetherAsync("a1", "a2"));
        await _bench.PutAsync("a1", Someone.Ada);

        await UseAsync("0", isDryRun: false);
        Assert.Equal(before, await _bench.StateAsync());
    }

    [Fact]
    public async Task Decisions_hold_through_epochs()
    {
        await FillAsync();
        await _bench.DecideAsync("a1", "a2", isSame: true);
        await _bench.DecideAsync("c1", "c2", isSame: false);

        await UseAsync(Strict(), isDryRun: false);
        Assert.True(await _bench.AreTogetherAsync("a1", "a2"));
        await UseAsync("0", isDryRun: false);

        Assert.False(await _bench.AreTogetherAsync("c1", "c2"));
    }

    [Fact]
    public async Task What_a_person_puts_in_use_is_pinned_and_training_unpins_it()
    {
        await FillAsync();

        await UseAsync(Strict(), isDryRun: false);
        Assert.Equal(new ModelUse(1, true), await _bench.Store.Models.GetUseAsync(Cancel));
        await Admin(engine => engine.Count == 6 ? MatchModel.Shipped : throw new InvalidOperationException("Not all records are there."))
            .TrainAsync(isDryRun: false, "tester", null, Cancel);

        Assert.Equal(new ModelUse(2, false), await _bench.Store.Models.GetUseAsync(Cancel));
        Assert.Equal(ModelOrigin.TrainedByPerson, (await _bench.Store.Models.FindAsync(2, Cancel))!.Origin);
        Assert.True(await _bench.AreTogetherAsync("a1", "a2"));
    }

    [Fact]
    public async Task A_file_that_is_no_model_is_refused()
    {
        var path = _bench.PathOf("model.json");
        await File.WriteAllTextAsync(path, "{}", Cancel);

        await Assert.ThrowsAsync<AdminException>(() => UseAsync(path, isDryRun: false));
        await Assert.ThrowsAsync<AdminException>(() => UseAsync("9", isDryRun: false));
    }

    private async Task FillAsync()
    {
        await _bench.PutAsync("a1", Someone.Ada);
        await _bench.PutAsync("a2", "name.given: Ada | name.family: Lindqvist | birthDate: 1985-04-12");
        await _bench.PutAsync("c1", Someone.Clara);
        await _bench.PutAsync("c2", "name.given: Clara | name.family: Kowalski | birthDate: 1971-09-30");
        await _bench.PutAsync("x", "name.given: Bertram | name.family: Adler");
        await _bench.PutAsync("y", "name.given: David | name.family: Holt");
    }

    /// <summary>Writes a model that links nobody.</summary>
    private string Strict()
    {
        var model = JsonNode.Parse(MatchModel.Shipped.ToJson())!;
        model["limits"]!["threshold"] = 60;
        var path = _bench.PathOf(string.Create(CultureInfo.InvariantCulture, $"model-{Guid.NewGuid():N}.json"));
        File.WriteAllText(path, model.ToJsonString());
        return path;
    }

    private Task<ModelReport> UseAsync(string model, bool isDryRun) =>
        Admin(_ => MatchModel.Shipped).UseAsync(model, isDryRun, "tester", null, Cancel);

    private ModelAdmin Admin(Func<IdentityEngine, MatchModel> training) =>
        new(_bench.Store, _bench.Resolver, (engine, _, _) => training(engine), MatchModel.Shipped);
}
