using System.Text;
using IntegrationHub.Plugins.Processes.Protocol;
using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Plugins.Tests.Processes;

public sealed class MessageProtocolTests
{
    private static readonly DateTimeOffset Time = new(2026, 11, 25, 3, 4, 5, TimeSpan.FromHours(5.5));

    [Fact]
    public void A_message_of_each_kind_comes_back_as_it_was()
    {
        var interaction = new InteractionRecord("visits", "v1", "visit", Time)
        {
            PersonStream = "people",
            PersonKey = "1",
            Title = "Títle \"q\"",
            Channel = "web",
            Direction = "in",
            Amount = 12.50m,
            Currency = "EUR",
        };
        interaction.Lines.Add(new InteractionLine("Bread", 1.50m, null, null));
        interaction.Lines.Add(new InteractionLine("Milk", 2, 3.10m, "sku"));
        interaction.Details["when"] = "2026-11-25T00:00:00";
        interaction.Details["rate"] = 1.50m;
        Message[] messages =
        [
            new PersonRecord("people", "1") { UpdatedAt = Time }
                .Add(PersonFields.NameFull, "Zoë 😀").Add(PersonFields.Email, "z@people.example", 2, "seen \t there")
                .AddNumber(PersonFields.Attribute("size"), 1.50m).AddFlag(PersonFields.Attribute("vip"), true),
            new PersonRecord("others", "2").Add(PersonFields.Email, "o@people.example"),
            interaction,
            new ConsentRecord("consents", "1", "email", "news", ConsentStatus.Withdrawn, Time) { PersonStream = "people", Proof = "form" },
            new ConsentRecord("consents", "1", "email", "news", ConsentStatus.Granted, Time),
            new DeletedRecord("people", "3"),
            new RejectedRecord("people", "bad", "{raw") { Key = "4" },
            new RejectedRecord("people", "bad"),
            new Checkpoint("people", new JObject { ["n"] = 1 }, Time),
            new StreamCompleted("people"),
        ];

        Assert.Equal(messages.Select(Shown), RoundTrip(messages).Select(Shown));
    }

    [Theory]
    [InlineData("""{"n":1.50,"e":1E+400,"i":123456789012345678901234567890,"t":"2026-01-01T00:00:00Z","d":1.0}""")]
    [InlineData("\"text\"")]
    [InlineData("{\"a\":1,\"a\":2,\"space\" : [ ] }")]
    public void Not_a_byte_of_a_state_changes_on_its_way(string state)
    {
        var back = (Checkpoint)Assert.Single(RoundTrip(new Checkpoint("people", new JRaw(state))));

        Assert.Equal(state, back.State.ToString(Formatting.None));
    }

    [Fact]
    public void What_cannot_be_sent_is_set_aside_by_its_reason()
    {
        var messages = RoundTrip(
            new PersonRecord("people", "half").Add(PersonFields.NameFull, "\uD800"),
            new PersonRecord("people", "large").Add(PersonFields.NameFull, new string('x', 5_000)),
            new PersonRecord("people", "good"));

        Assert.Equal(
            ["half a surrogate pair", "larger than 4096 bytes"],
            messages.OfType<RejectedRecord>().Select(r => r.Reason.Contains("pair", StringComparison.Ordinal) ? "half a surrogate pair" : r.Reason[14..36]),
            StringComparer.Ordinal);
        Assert.Equal([null, "large"], messages.OfType<RejectedRecord>().Select(r => r.Key));
        Assert.Equal("good", Assert.Single(messages.OfType<PersonRecord>()).Key);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"person\":1}")]
    [InlineData("{\"person\":\"1\",\"fields\":[[\"no-such-field\",\"x\"]],\"stream\":\"people\"}")]
    [InlineData("{\"checkpoint\":\"1\"")]
    public void A_line_that_is_no_message_is_refused(string line) =>
        Assert.ThrowsAny<System.Text.Json.JsonException>(() => new MessageReader().Read(Encoding.UTF8.GetBytes(line)));

    private static List<Message> RoundTrip(params Message[] messages)
    {
        using var stream = new MemoryStream();
        var output = new WireOutput(stream, lineBytesMax: 4096);
        foreach (var message in messages)
        {
            output.Write(message);
        }

        output.Flush();
        var reader = new MessageReader();
        return [.. Encoding.UTF8.GetString(stream.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => reader.Read(Encoding.UTF8.GetBytes(line))!)];
    }

    private static string Shown(Message message) => message.GetType().Name + JsonConvert.SerializeObject(message);
}
