namespace IntegrationHub.Connectors.Lists.Tests;

public sealed class S3PlaceTests(S3Server server) : IClassFixture<S3Server>, IDisposable
{
    private readonly ListFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task New_and_changed_objects_are_fetched_and_others_are_not()
    {
        using var client = server.NewClient();
        await S3Server.PutAsync(client, "a/one.csv", "id,first name\n1,Ada\n");
        await S3Server.PutAsync(client, "a/two.csv", "id,first name\n2,Alan\n");
        await S3Server.PutAsync(client, "a/deep/three.csv", "id,first name\n9,Deep\n");

        var first = await _folder.ReadAsync(Settings("s3://lists/a/"), SyncMode.Incremental);
        await S3Server.PutAsync(client, "a/two.csv", "id,first name\n2,Alan\n3,Grace\n");
        var second = await _folder.ReadAsync(Settings("s3://lists/a/*.csv"), SyncMode.Incremental);
        var third = await _folder.ReadAsync(Settings("s3://lists/a/"), SyncMode.Incremental, first.OfType<Checkpoint>().Last().State);

        Assert.Equal(["1", "2"], first.OfType<PersonRecord>().Select(p => p.Key));
        Assert.Equal(["1", "2", "3"], second.OfType<PersonRecord>().Select(p => p.Key));
        Assert.Equal(["2", "3"], third.OfType<PersonRecord>().Select(p => p.Key));
    }

    [Fact]
    public async Task Listing_of_several_pages_is_read_to_its_end()
    {
        const int Objects = 1_003;
        using var client = server.NewClient();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, Objects),
            new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = TestContext.Current.CancellationToken },
            async (i, _) => await S3Server.PutAsync(client, $"many/{i:D5}.vcf", $"BEGIN:VCARD\nUID:{i}\nFN:Ada\nEND:VCARD\n"));

        var check = await _folder.CheckAsync(Settings("s3://lists/many/"));

        Assert.Contains($"and {Objects - 1} more files", check.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_key_and_missing_bucket_are_named_with_their_setting()
    {
        Assert.Equal("password", (await _folder.FailureAsync(Settings("s3://lists/a/", user: "nobody"))).Setting);
        Assert.Equal("path", (await _folder.FailureAsync(Settings("s3://nowhere/a/"))).Setting);
        Assert.Equal("user", (await _folder.FailureAsync(new { path = "s3://lists/a/" })).Setting);
    }

    private object Settings(string path, string user = S3Server.Key) => new { path, endpoint = server.Endpoint, user, password = S3Server.Key };
}
