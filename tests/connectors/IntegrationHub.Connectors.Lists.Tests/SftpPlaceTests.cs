namespace IntegrationHub.Connectors.Lists.Tests;

public sealed class SftpPlaceTests(SftpServer server) : IClassFixture<SftpServer>, IDisposable
{
    private readonly ListFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task New_and_changed_files_are_fetched_and_others_are_not()
    {
        var lists = NewFolder("a");
        Write(lists, "a list.csv", "id,first name\n1,Ada\n");
        Write(lists, "b.csv", "id,first name\n2,Alan\n");
        Write(lists, "c.csv.filepart", "id,first name\n9,Half\n");
        Write(lists, "notes.pdf", "no list");

        var first = await _folder.ReadAsync(Settings(lists + "/"), SyncMode.Incremental);
        Write(lists, "b.csv", "id,first name\n2,Alan\n3,Grace\n");
        var second = await _folder.ReadAsync(Settings(lists + "/"), SyncMode.Incremental, first.OfType<Checkpoint>().Last().State);

        Assert.Equal(["1", "2"], first.OfType<PersonRecord>().Select(p => p.Key));
        Assert.Equal(["2", "3"], second.OfType<PersonRecord>().Select(p => p.Key));
    }

    [Fact]
    public async Task One_file_or_a_pattern_may_be_named()
    {
        var lists = NewFolder("b");
        Write(lists, "x-1.csv", "id\n1\n");
        Write(lists, "x-2.csv", "id\n2\n");
        Write(lists, "y [3].csv", "id\n3\n");

        Assert.Equal(["1", "2"], (await _folder.PeopleAsync(Settings(lists + "/x-?.csv"))).Select(p => p.Key));
        Assert.Equal("3", Assert.Single(await _folder.PeopleAsync(Settings(lists + "/y%20%5B3%5D.csv"))).Key);
    }

    [Fact]
    public async Task Server_with_another_key_is_refused()
    {
        var lists = NewFolder("c");
        Write(lists, "a.csv", "id\n1\n");

        Assert.Equal("knownHosts", (await _folder.FailureAsync(Settings(lists + "/", knownHosts: server.WrongKnownHosts))).Setting);
    }

    [Fact]
    public async Task Key_that_is_not_allowed_and_folder_that_is_not_there_are_named()
    {
        Assert.Equal("keyFile", (await _folder.FailureAsync(Settings(server.Lists + "/", keyFile: server.OtherKeyFile))).Setting);
        Assert.Equal("path", (await _folder.FailureAsync(Settings(server.Lists + "/nowhere/"))).Setting);
        Assert.Equal("keyFile", (await _folder.FailureAsync(Settings(server.Lists + "/", keyFile: "missing"))).Setting);
    }

    [Theory]
    [InlineData("sftp://-oProxyCommand=touch/x/")]
    [InlineData("sftp://user@127.0.0.1/x/")]
    public async Task Address_that_would_be_an_option_or_holds_a_user_is_refused(string path)
    {
        Assert.Equal("path", (await _folder.FailureAsync(new { path, user = "x", keyFile = server.KeyFile, knownHosts = server.KnownHosts })).Setting);
    }

    private static void Write(string folder, string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);

    private string NewFolder(string name) => Directory.CreateDirectory(Path.Combine(server.Lists, name)).FullName;

    private object Settings(string path, string? keyFile = null, string? knownHosts = null) => new
    {
        path = $"sftp://127.0.0.1:{server.Port}{path}",
        user = Environment.UserName,
        keyFile = keyFile ?? server.KeyFile,
        knownHosts = knownHosts ?? server.KnownHosts,
    };
}
