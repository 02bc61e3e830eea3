using IntegrationHub.Storage.Sqlite.Records;

namespace IntegrationHub.Storage.Sqlite.Tests.Records;

/// <summary>The durable ids of records.</summary>
public sealed class UidSourceTests
{
    [Fact]
    public void Ids_are_version_7_of_their_moment_and_never_repeat()
    {
        var now = new DateTimeOffset(2026, 11, 22, 9, 30, 0, 123, TimeSpan.Zero);
        var source = new UidSource(now);
        var ids = Enumerable.Range(0, 1_000).Select(_ => source.Next()).ToList();

        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Equal((7, 2), (id.Version, id.Variant >> 2)));
        Assert.All(ids, id => Assert.Equal(Guid.CreateVersion7(now).ToByteArray(bigEndian: true)[..6], id.ToByteArray(bigEndian: true)[..6]));
    }
}
