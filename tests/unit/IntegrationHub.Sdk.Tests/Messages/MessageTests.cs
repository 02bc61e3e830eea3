using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Tests.Messages;

public sealed class MessageTests
{
    private static readonly DateTimeOffset Then = new(2026, 1, 31, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public void No_message_is_made_without_what_names_it(string? nothing)
    {
        Refused("stream", () => new StreamCompleted(nothing!));
        Refused("key", () => new PersonRecord("people", nothing!));
        Refused("key", () => new DeletedRecord("people", nothing!));
        Refused("reason", () => new RejectedRecord("people", nothing!));
        Refused("key", () => new InteractionRecord("orders", nothing!, "order", Then));
        Refused("type", () => new InteractionRecord("orders", "1", nothing!, Then));
        Refused("personKey", () => new ConsentRecord("people", nothing!, "email", "marketing", ConsentStatus.Granted, Then));
        Refused("channel", () => new ConsentRecord("people", "1", nothing!, "marketing", ConsentStatus.Granted, Then));
        Refused("purpose", () => new ConsentRecord("people", "1", "email", nothing!, ConsentStatus.Granted, Then));
        Refused("state", () => new Checkpoint("people", null!));
    }

    [Fact]
    public void A_consent_names_a_person_of_its_own_stream_unless_told_otherwise()
    {
        var consent = new ConsentRecord("choices", "1", "email", "marketing", ConsentStatus.Withdrawn, Then);

        Assert.Equal(("choices", "1", "email", "marketing"), (consent.PersonStream, consent.PersonKey, consent.Channel, consent.Purpose));
        Assert.Equal((ConsentStatus.Withdrawn, Then, null), (consent.Status, consent.GivenAt, consent.Proof));
        consent.PersonStream = "people";
        Assert.Equal(("choices", "people"), (consent.Stream, consent.PersonStream));
    }

    [Fact]
    public void The_others_tell_what_they_were_given()
    {
        var interaction = new InteractionRecord("orders", "7", "order", Then);
        var checkpoint = new Checkpoint("people", new JValue(3), Then);
        var rejected = new RejectedRecord("people", "no id in line 3", "raw") { Key = "k" };

        Assert.Equal(("orders", "7", "order", Then), (interaction.Stream, interaction.Key, interaction.Type, interaction.OccurredAt));
        Assert.Equal((null, null), (interaction.PersonStream, interaction.PersonKey));
        Assert.Empty(interaction.Lines);
        Assert.Empty(interaction.Details);
        Assert.Equal((3, Then), ((int)checkpoint.State, checkpoint.Cursor));
        Assert.Equal(("no id in line 3", "raw", "k"), (rejected.Reason, rejected.Raw, rejected.Key));
        Assert.Equal("9", new DeletedRecord("people", "9").Key);
    }

    private static void Refused(string argument, Func<Message> make) =>
        Assert.Equal(argument, Assert.ThrowsAny<ArgumentException>(make).ParamName);
}
