using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Testing;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.Email.Tests.Imap;

/// <summary>A mail's key is its Message-ID, a server tells only the UID of what vanished, and a mail that was moved vanishes too. So it
/// is the hub that tells which interactions a full read did not find any more, where that is wanted.</summary>
public sealed class ImapDeletionTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_full_read_shows_deleted_mails_where_that_is_wanted_and_never_deleted_people(bool isWanted)
    {
        var settings = Settings(port: 1);
        settings["passOnDeletions"] = isWanted;

        var streams = await new ImapConnector().DiscoverAsync(settings, ImapBox.Context, TestContext.Current.CancellationToken);

        Assert.Equal([("people", false), ("mails", isWanted)], streams.Select(s => (s.Name, s.FullReadShowsDeletions)));
    }

    [Fact]
    public async Task A_folder_that_goes_away_in_a_full_read_ends_it_before_its_mails_count_as_deleted()
    {
        var usual = await ReadAsync(passesOn: false, SyncMode.Full);
        var failure = await Assert.ThrowsAsync<ConnectorException>(() => ReadAsync(passesOn: true, SyncMode.Full));
        var incremental = await ReadAsync(passesOn: true, SyncMode.Incremental);

        Assert.Equal((FailureKind.Transient, "mails", "mails"), (failure.Kind, Assert.Single(usual.CompletedStreams), Assert.Single(incremental.CompletedStreams)));
    }

    private static async Task<MessageCollector> ReadAsync(bool passesOn, SyncMode mode)
    {
        await using var server = ScriptedServer.Start("* OK ready\r\n", (tag, said) => said switch
        {
            _ when said.StartsWith("LIST", StringComparison.Ordinal) => $"* LIST () \"/\" INBOX\r\n* LIST () \"/\" Old\r\n{tag} OK done\r\n",
            _ when said.StartsWith("EXAMINE", StringComparison.Ordinal) && said.Contains("Old", StringComparison.Ordinal) => $"{tag} NO [NONEXISTENT] gone\r\n",
            _ when said.StartsWith("UID SEARCH", StringComparison.Ordinal) => $"* SEARCH\r\n{tag} OK done\r\n",
            _ => null,
        });
        var settings = Settings(server.Port);
        settings["passOnDeletions"] = passesOn;
        return await MessageCollector.ReadAsync(
            new ImapConnector(),
            settings,
            new ReadRequest([new StreamRequest("mails", mode)], ImapBox.Now),
            ImapBox.Context,
            cancellationToken: TestContext.Current.CancellationToken);
    }

    private static JObject Settings(int port) => new()
    {
        ["host"] = "127.0.0.1",
        ["port"] = port,
        ["security"] = "none",
        ["userName"] = "info@shop.example",
        ["password"] = "x",
    };
}
