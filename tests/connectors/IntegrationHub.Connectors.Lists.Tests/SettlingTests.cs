namespace IntegrationHub.Connectors.Lists.Tests;

public sealed class SettlingTests : IDisposable
{
    // The clock of the tests' context stands at 2026-11-22 08:00.
    private static readonly DateTime JustNow = new(2026, 11, 22, 7, 59, 50, DateTimeKind.Utc);

    private readonly ListFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task File_that_somebody_still_writes_is_left_for_the_next_run()
    {
        _folder.With("in/a.csv", "id\n1\n").With("in/b.csv", "id\n2\n").With("in/c.csv.part", "id\n3\n").With("in/d.tmp", "id\n4\n");
        foreach (var name in new[] { "a.csv", "c.csv.part", "d.tmp" })
        {
            File.SetLastWriteTimeUtc(Path.Combine(_folder.Path, "in", name), JustNow.AddHours(-1));
        }

        File.SetLastWriteTimeUtc(Path.Combine(_folder.Path, "in/b.csv"), JustNow);

        Assert.Equal(["1"], Keys(await _folder.ReadAsync(new { path = "in/*", settleSeconds = 30 }, SyncMode.Incremental)));
        Assert.Equal(["1", "2"], Keys(await _folder.ReadAsync(new { path = "in/*", settleSeconds = 5 }, SyncMode.Incremental)));
    }

    [Fact]
    public async Task Full_read_waits_instead_of_taking_what_is_in_such_a_file_as_gone()
    {
        _folder.With("in/b.csv", "id\n2\n");
        File.SetLastWriteTimeUtc(Path.Combine(_folder.Path, "in/b.csv"), JustNow);

        var failure = await Assert.ThrowsAsync<ConnectorException>(() => _folder.ReadAsync(new { path = "in", settleSeconds = 30 }));

        Assert.Equal(FailureKind.Transient, failure.Kind);
        Assert.Empty(Keys(await _folder.ReadAsync(new { path = "in", settleSeconds = 30, keepGone = true })));
    }

    private static IEnumerable<string> Keys(List<Message> messages) => messages.OfType<PersonRecord>().Select(p => p.Key);
}
