using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Testing;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.Email.Tests.Imap;

public sealed class ImapFaultTests
{
    private const string Greeting = "* OK ready\r\n";

    private const string Mail = "From: Ann <ann@home.example>\r\nMessage-ID: <a@x>\r\nSubject: S\r\n\r\n";

    [Theory]
    [InlineData("HTTP/1.1 400 Bad Request\r\n", FailureKind.Configuration, "port")]
    [InlineData("+OK POP3 ready\r\n", FailureKind.Configuration, "port")]
    [InlineData("* BYE [UNAVAILABLE] too many\r\n", FailureKind.Transient, null)]
    public async Task A_greeting_of_another_kind_is_told(string greeting, FailureKind kind, string? setting)
    {
        var failure = await FailureAsync(greeting, (_, _) => null);

        Assert.Equal((kind, setting), (failure.Kind, failure.Setting));
    }

    [Theory]
    [InlineData("LOGIN", "{0} NO [AUTHENTICATIONFAILED] no\r\n", FailureKind.Configuration, "password")]
    [InlineData("LOGIN", "{0} NO no\r\n", FailureKind.Configuration, "password")]
    [InlineData("LOGIN", "{0} NO [UNAVAILABLE] later\r\n", FailureKind.Transient, null)]
    [InlineData("LOGIN", "* BYE [LIMIT] later\r\n", FailureKind.Transient, null)]
    [InlineData("LIST", "{0} BAD what\r\n", FailureKind.Defect, null)]
    [InlineData("LIST", "* LIST (\r\n{0} OK done\r\n", FailureKind.Transient, null)]
    [InlineData("LIST", "* 1 FETCH (BODY[] {99999999}\r\n", FailureKind.Transient, null)]
    [InlineData("EXAMINE", "{0} NO [NOPERM] no\r\n", FailureKind.Configuration, "folders")]
    [InlineData("EXAMINE", "X9 OK done\r\n", FailureKind.Transient, null)]
    [InlineData("UID", "{0} NO [LIMIT] slow down\r\n", FailureKind.Transient, null)]
    [InlineData("UID", "", FailureKind.Transient, null)]
    public async Task A_refusal_says_who_must_act(string command, string answer, FailureKind kind, string? setting)
    {
        var failure = await FailureAsync(Greeting, (tag, said) => said.StartsWith(command, StringComparison.Ordinal)
            ? answer.Replace("{0}", tag, StringComparison.Ordinal)
            : null);

        Assert.Equal((kind, setting), (failure.Kind, failure.Setting));
    }

    [Fact]
    public async Task Noise_between_the_answers_is_passed_over()
    {
        await using var server = ScriptedServer.Start(Greeting, (tag, said) => said switch
        {
            _ when said.StartsWith("UID SEARCH", StringComparison.Ordinal) => $"* 3 EXISTS\r\n* SEARCH 1\r\n* OK [ALERT] disk [nearly] full\r\n{tag} OK done\r\n",
            _ when said.StartsWith("UID FETCH", StringComparison.Ordinal) =>
                $"* 2 EXPUNGE\r\n* 1 FETCH (FLAGS (\\Seen) UID 1)\r\n* 9 FETCH (UID 9 RFC822.SIZE 1)\r\n* 1 FETCH (UID 1 BODY[HEADER.FIELDS (\"From\" To)]<0> {{{Mail.Length}}}\r\n{Mail} INTERNALDATE \" 5-Feb-2026 10:00:00 +0100\" RFC822.SIZE 70)\r\n{tag} OK done\r\n",
            _ => null,
        });

        var read = await MessageCollector.ReadAsync(
            new ImapConnector(), Settings(server.Port), ImapBox.Request("mails"), ImapBox.Context, cancellationToken: TestContext.Current.CancellationToken);

        var mail = Assert.Single(read.Interactions);
        Assert.Equal(("a@x", new DateTimeOffset(2026, 2, 5, 9, 0, 0, TimeSpan.Zero)), (mail.Key, mail.OccurredAt));
    }

    [Fact]
    public async Task Words_slipped_in_before_TLS_are_refused()
    {
        var settings = Settings(0);
        settings["security"] = "startTls";

        var failure = await FailureAsync(
            Greeting, (tag, said) => said == "STARTTLS" ? $"{tag} OK go\r\n* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n" : null, settings);

        Assert.Equal(FailureKind.Transient, failure.Kind);
        Assert.Contains("between STARTTLS and TLS", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_that_cannot_be_quoted_waits_for_the_server_to_want_it()
    {
        var said = new List<string>();
        var settings = Settings(0);
        settings["password"] = "pöw";
        var failure = await FailureAsync(Greeting, (tag, line) =>
        {
            said.Add(line);
            return line.EndsWith("{4}", StringComparison.Ordinal) ? $"{tag} NO [AUTHENTICATIONFAILED] no\r\n" : null;
        }, settings);

        Assert.Equal("password", failure.Setting);
        Assert.Contains("LOGIN \"u\\\\1\" {4}", said);
    }

    private static JObject Settings(int port) => new()
    {
        ["host"] = "127.0.0.1",
        ["port"] = port,
        ["security"] = "none",
        ["userName"] = "u\\1",
        ["password"] = "pw",
        ["timeoutSeconds"] = 5,
    };

    private static async Task<ConnectorException> FailureAsync(string greeting, Func<string, string, string?> answer, JObject? settings = null)
    {
        await using var server = ScriptedServer.Start(greeting, answer);
        settings ??= Settings(0);
        settings["port"] = server.Port;
        return await Assert.ThrowsAsync<ConnectorException>(() => MessageCollector.ReadAsync(
            new ImapConnector(), settings, ImapBox.Request("mails"), ImapBox.Context, cancellationToken: TestContext.Current.CancellationToken));
    }
}
