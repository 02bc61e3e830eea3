using System.Text;
using IntegrationHub.Sync.Admin;

namespace IntegrationHub.Sync.Tests.Admin;

public sealed class DataFolderTests : IDisposable
{
    private readonly DataFolder _folder = new(Directory.CreateTempSubdirectory("hub-folder-").FullName);

    public void Dispose() => Directory.Delete(_folder.FullPath, recursive: true);

    [Fact]
    public async Task One_owner_at_a_time_and_the_next_after_it()
    {
        using (FolderLock.TryAcquire(_folder, "first"))
        {
            Assert.True(FolderLock.IsHeld(_folder));
            var failure = await Assert.ThrowsAsync<AdminException>(() => FolderLock.AcquireAsync(
                _folder, "second", TimeSpan.Zero, TimeProvider.System, TestContext.Current.CancellationToken));
            Assert.Contains("(first)", failure.Message, StringComparison.Ordinal);
        }

        Assert.False(FolderLock.IsHeld(_folder));
        using var third = FolderLock.TryAcquire(_folder, "third");
        Assert.NotNull(third);
    }

    [Fact]
    public void The_note_of_a_dead_server_counts_as_none()
    {
        var note = new ServerFile("http://127.0.0.1:1", "token", 1, DateTimeOffset.UnixEpoch);
        note.Write(_folder);

        Assert.Null(ServerFile.Find(_folder));
        using var owner = FolderLock.TryAcquire(_folder, "server");
        Assert.Equal(note, ServerFile.Find(_folder));
    }

    [Fact]
    public void A_key_is_found_by_itself_only()
    {
        var keys = new ApiKeyFile(_folder.ApiKeysPath);
        var key = keys.Create(["read"], DateTimeOffset.UnixEpoch);

        Assert.Equal(["read"], keys.Find(key)!.Scopes);
        Assert.Null(keys.Find(key + "0"));
        Assert.DoesNotContain(key, File.ReadAllText(_folder.ApiKeysPath), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_relayed_command_answers_line_by_line_with_its_exit_code()
    {
        using var request = new MemoryStream(Encoding.UTF8.GetBytes("{\"arguments\":[\"source\",\"list\"],\"workingDirectory\":\"/there\"}"));
        using var response = new MemoryStream();

        await CommandRelay.ServeAsync(
            request,
            response,
            async (arguments, directory, output, error, _) =>
            {
                await output.WriteLineAsync(string.Join(' ', arguments));
                await error.WriteAsync(directory);
                return 3;
            },
            TestContext.Current.CancellationToken);

        Assert.Equal(
            ["{\"out\":\"source list\\n\"}", "{\"err\":\"/there\"}", "{\"exit\":3}"],
            Encoding.UTF8.GetString(response.ToArray()).ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("nonsense")]
    [InlineData("null")]
    public async Task A_request_that_is_no_command_runs_nothing(string body)
    {
        using var request = new MemoryStream(Encoding.UTF8.GetBytes(body));
        using var response = new MemoryStream();

        await Assert.ThrowsAsync<System.Text.Json.JsonException>(() => CommandRelay.ServeAsync(
            request, response, (_, _, _, _, _) => throw new InvalidOperationException("ran"), TestContext.Current.CancellationToken));
        Assert.Equal(0, response.Length);
    }
}
