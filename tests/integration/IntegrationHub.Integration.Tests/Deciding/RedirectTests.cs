namespace IntegrationHub.Integration.Tests.Deciding;

/// <summary>An id that somebody noted leads to the same person's customer for ever, and never to anybody else's.</summary>
public sealed class RedirectTests
{
    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public async Task Every_id_ever_shown_leads_to_the_customer_that_holds_its_record_today(int seed)
    {
        await using var bench = await MatchBench.OpenAsync();
        var random = new Random(seed);
        var live = new Dictionary<string, string>();
        var anchorOf = new Dictionary<Guid, string>();
        var (left, redirects) = (new Dictionary<string, string[]>(), 0);
        for (var step = 0; step < 120; step++)
        {
            var before = await CompanionsAsync(bench, live.Keys);
            await (random.Next(2) == 0 ? RandomStep.TakeAsync(bench, random, live) : ComeOrGoAsync(bench, random, live));
            foreach (var (key, companions) in before.Where(b => !live.ContainsKey(b.Key)))
            {
                left[key] = companions;
            }

            if (random.Next(6) == 0)
            {
                bench.Restart();
            }

            var today = await NoteAsync(bench, live.Keys, anchorOf);
            foreach (var (id, anchor) in anchorOf)
            {
                var found = await bench.Store.Customers.FindAsync(id, TestContext.Current.CancellationToken);
                if (live.ContainsKey(anchor))
                {
                    Assert.Equal(await bench.IdAsync(anchor), found?.Uid);
                    redirects += found!.Uid == id ? 0 : 1;
                }
                else if (Heirs(anchor, live, left) is { } heirs)
                {
                    // A deleted record points at its last customer, wherever that has gone since.
                    Assert.NotNull(found);
                    Assert.Contains(found.Uid, await IdsAsync(bench, heirs));
                    redirects++;
                }
                else if (found is not null)
                {
                    Assert.Contains(found.Uid, today);
                }
            }
        }

        Assert.True(redirects > 20, $"Only {redirects} ids were followed to another customer.");
    }

    // Somebody whom many records are of, which come and go: ids lead through several of them.
    private static async Task ComeOrGoAsync(MatchBench bench, Random random, Dictionary<string, string> live)
    {
        var key = $"ada{random.Next(5)}";
        if (live.Remove(key))
        {
            await bench.DeleteAsync(key);
        }
        else
        {
            await bench.PutAsync(key, live[key] = Someone.Ada);
        }
    }

    /// <summary>Finds who was in one customer with a deleted record when it went, or with those when they went; null when somebody was alone.</summary>
    private static List<string>? Heirs(string key, Dictionary<string, string> live, Dictionary<string, string[]> left)
    {
        if (live.ContainsKey(key))
        {
            return [key];
        }

        var heirs = new List<string>();
        foreach (var companion in left[key])
        {
            if (Heirs(companion, live, left) is not { } found)
            {
                return null;
            }

            heirs.AddRange(found);
        }

        return heirs.Count > 0 ? heirs : null;
    }

    private static async Task<List<Guid>> IdsAsync(MatchBench bench, List<string> keys)
    {
        var ids = new List<Guid>();
        foreach (var key in keys)
        {
            ids.Add(await bench.IdAsync(key));
        }

        return ids;
    }

    private static async Task<Dictionary<string, string[]>> CompanionsAsync(MatchBench bench, IEnumerable<string> keys)
    {
        var companions = new Dictionary<string, string[]>();
        foreach (var key in keys)
        {
            companions[key] = [.. (await bench.ShowAsync(key)).Records.Select(r => r.Reference.Key).Where(other => other != key)];
        }

        return companions;
    }

    /// <summary>Notes the ids of today's customers and the records they stand for.</summary>
    private static async Task<HashSet<Guid>> NoteAsync(MatchBench bench, IEnumerable<string> keys, Dictionary<Guid, string> anchorOf)
    {
        var ids = new HashSet<Guid>();
        foreach (var key in keys)
        {
            var id = await bench.IdAsync(key);
            if (ids.Add(id))
            {
                var anchor = (await bench.ShowAsync(key)).Records.Single(r => r.Record.Uid == id).Reference.Key;
                Assert.True(anchorOf.TryAdd(id, anchor) || anchorOf[id] == anchor, "An id was given to another record.");
            }
        }

        return ids;
    }
}
