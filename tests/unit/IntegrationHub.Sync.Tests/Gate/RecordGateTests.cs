using System.Buffers;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using IntegrationHub.Core.Records;
using IntegrationHub.Sdk.Messages;
using IntegrationHub.Sync.Gate;

namespace IntegrationHub.Sync.Tests.Gate;

public sealed class RecordGateTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private readonly RecordGate _gate = new(new GateOptions());

    [Fact]
    public void Values_are_normalised_and_the_original_is_kept_beside_them()
    {
        var record = Person().Add(PersonFields.Email, "Ann.Lee@Gmail.com").Add(PersonFields.Phone, "(402) 555-0143").Add(PersonFields.NameGiven, "Ann");

        Assert.Equal(
            [
                new(PersonFields.Email, "annlee@gmail.com", "Ann.Lee@Gmail.com"), new(PersonFields.NameGiven, "Ann"),
                new(PersonFields.Phone, "+14025550143", "(402) 555-0143"),
            ],
            _gate.Admit(record, Now).Accepted!.Fields);
    }

    [Fact]
    public void The_order_of_different_fields_and_repetitions_make_no_difference()
    {
        var one = Person().Add(PersonFields.Email, "a@example.com").Add(PersonFields.NameGiven, "Ann").Add(PersonFields.AddressLine1, "1 Elm", group: 1)
            .Add(PersonFields.AddressLine1, "2 Elm");
        var other = Person().Add(PersonFields.AddressLine1, "2 Elm").Add(PersonFields.AddressLine1, "1 Elm", group: 1).Add(PersonFields.NameGiven, "Ann")
            .Add(PersonFields.Email, "a@example.com").Add(PersonFields.Email, "a@example.com");

        Assert.Equal(Bytes(one), Bytes(other));
    }

    [Fact]
    public void A_phone_is_read_by_the_country_of_its_owner_before_the_region_of_the_source()
    {
        var record = Person().Add(PersonFields.Phone, "98765 43210").Add(PersonFields.AddressCountry, "India");

        Assert.Equal("+919876543210", Value(record, PersonFields.Phone));
    }

    [Fact]
    public void A_card_is_masked_in_any_field_and_a_security_code_is_dropped()
    {
        var record = Person().Add(PersonFields.Attribute("notes"), "paid with 4111 1111\n1111 1111, cvv 123").Add(PersonFields.NameFull, "Ann 378282246310005")
            .Add(PersonFields.Attribute("CVV"), "123").Add(PersonFields.Email, "4111111111111111@example.com", evidence: "5555555555554444")
            .AddNumber(PersonFields.Attribute("n"), 4111111111111111m).Add(PersonFields.Phone, "4111111111111111");

        var text = Encoding.UTF8.GetString(Bytes(record));

        Assert.DoesNotContain("411111111111", text.Replace(" ", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("37828", text, StringComparison.Ordinal);
        Assert.DoesNotContain("55555", text, StringComparison.Ordinal);
        Assert.DoesNotContain("123", text, StringComparison.Ordinal);
        Assert.Contains("[card visa ****1111]", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_loyalty_number_that_looks_like_a_card_stays_and_any_other_identifier_is_demoted()
    {
        var record = Person().Add(PersonFields.Identifier("loyalty"), "6011111111111117").Add(PersonFields.Identifier("account"), "4111111111111111");

        Assert.Equal(
            [new(PersonFields.Attribute("account"), "[card visa ****1111]"), new(PersonFields.Identifier("loyalty"), "6011111111111117")],
            _gate.Admit(record, Now).Accepted!.Fields);
    }

    [Fact]
    public void A_key_that_is_a_card_number_is_refused_and_not_shown()
    {
        var refused = _gate.Admit(new PersonRecord("people", "4111111111111111").Add(PersonFields.NameGiven, "Ann"), Now).Quarantined!;

        Assert.Contains("looks like a payment card", refused.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("41111111", refused.Key + refused.Raw, StringComparison.Ordinal);
    }

    [Fact]
    public void Consent_fields_become_choices_and_leave_the_record()
    {
        var record = Person().Add(PersonFields.Consent("Email", "marketing"), "opted out").Add(PersonFields.Consent("sms", "marketing"), "unknown");
        record.UpdatedAt = Now.AddDays(-3);

        var result = _gate.Admit(record, Now);

        Assert.Equal(
            new Consent("people", "1", "email", "marketing", ConsentStatus.Withdrawn, Now.AddDays(-3), null) { IsStated = true }, Assert.Single(result.Consents));
        Assert.Empty(result.Accepted!.Fields);
    }

    [Fact]
    public void An_unintelligible_choice_sets_the_record_aside() =>
        Assert.Contains("consent:email/marketing", _gate.Admit(Person().Add(PersonFields.Consent("email", "marketing"), "zebra"), Now).Quarantined!.Reason, StringComparison.Ordinal);

    [Fact]
    public void What_breaks_a_limit_is_set_aside_with_the_field_and_the_limit_but_never_the_value()
    {
        var many = Person();
        for (var i = 0; i < 513; i++)
        {
            many.Add(PersonFields.Email, "a@example.com");
        }

        Refuses(many, "513 values; expected at most 512");
        Refuses(new PersonRecord("people", new string('k', 513)), "513 characters; expected at most 512");
        Refuses(Person().Add(PersonFields.Attribute("notes"), new string('z', 8193)), "'attribute:notes' is larger than 8192 bytes");
        Refuses(Person().Add(PersonFields.Attribute("notes"), new string('\u00e9', 4097)), "'attribute:notes' is larger than 8192 bytes");
        Refuses(Person().Add(PersonFields.AddressLine1, "zzzz", group: 32), "group 32; expected groups 0 to 31");
        Refuses(Person().Add(PersonFields.NameGiven, "zzz\u0001z"), "'name.given' holds a control character");
        Refuses(Person().Add(PersonFields.NameGiven, "zzz\uD800"), "'name.given' holds half a surrogate pair");
    }

    [Fact]
    public void A_refused_person_can_be_read_back_from_quarantine()
    {
        var record = Person().Add(PersonFields.Consent("email", "marketing"), "zebra").AddNumber(PersonFields.Attribute("n"), 1.5m).AddFlag(PersonFields.List("l"), true)
            .Add(PersonFields.AddressLine1, "1 Elm", group: 2, evidence: "line 7");
        record.UpdatedAt = Now;

        Assert.True(QuarantinePayload.TryRead(_gate.Admit(record, Now).Quarantined!, out var message));
        var back = Assert.IsType<PersonRecord>(message);
        Assert.Equal((record.Key, record.UpdatedAt), (back.Key, back.UpdatedAt));
        Assert.Equal(record.Fields, back.Fields);
    }

    [Fact]
    public void An_interaction_is_masked_everywhere_and_loses_its_security_codes()
    {
        var order = Order();
        order.Title = "Order 4111111111111111";
        order.Amount = 12.50m;
        order.Lines.Add(new InteractionLine("gift 5555 5555 5555 4444", 1, 5m, null));
        order.Details["payment"] = new Newtonsoft.Json.Linq.JObject { ["number"] = 4111111111111111L, ["cvc"] = "737", ["brand"] = "VISA" };

        var interaction = _gate.Admit(order, Now).Accepted!;

        Assert.Equal(
            """
            {"title":"Order [card visa ****1111]","amount":12.50,"lines":[{"name":"gift [card mastercard ****4444]","quantity":1,"amount":5}],"details":{"payment":{"number":"[card visa ****1111]","brand":"VISA"}}}
            """,
            interaction.Body);
    }

    [Fact]
    public void An_interaction_over_its_limits_is_set_aside_and_can_be_read_back()
    {
        var notFinite = Order();
        notFinite.Details["n"] = double.NaN;
        var large = Order();
        large.Details["text"] = new string('z', 256 * 1024);

        Assert.Contains("not finite", _gate.Admit(notFinite, Now).Quarantined!.Reason, StringComparison.Ordinal);
        var refused = _gate.Admit(large, Now).Quarantined!;
        Assert.Contains("expected at most 262144", refused.Reason, StringComparison.Ordinal);
        Assert.True(QuarantinePayload.TryRead(refused, out var message));
        Assert.Equal(large.Details.ToString(), Assert.IsType<InteractionRecord>(message).Details.ToString());
    }

    [Fact]
    public void A_rejected_payload_is_masked()
    {
        var kept = _gate.Admit(new RejectedRecord("people", "bad row 7", "Ann,4111 1111 1111 1111"), Now);

        Assert.Equal(("bad row 7", "Ann,[card visa ****1111]", Now), (kept.Reason, kept.Raw, kept.At));
    }

    [Fact]
    public void A_consent_is_folded_and_its_proof_masked()
    {
        var consent = new ConsentRecord("people", "1", "Email", "Marketing", ConsentStatus.Granted, Now) { Proof = "form 4111111111111111" };

        Assert.Equal(
            new Consent("people", "1", "email", "marketing", ConsentStatus.Granted, Now, "form [card visa ****1111]"), _gate.Admit(consent, Now).Accepted);
    }

    [Fact]
    public void No_text_makes_the_gate_throw()
    {
        var piece = Gen.Elements(
            "4111", " ", "\n", "-", "@", "<", ">", ",", "\"", "\uD83D", "\uDE00", "\0", "\u200D", "+", "00", "1980", "/", "März", "DE89", "ext", "x", "(", "[card visa ****1111]", "\u0660", "a", "Z", ".", ":", "\\n", "%B", "^", "=");
        var text = Gen.ArrayOf(piece).Resize(40).Select(p => string.Concat(p)).ToArbitrary();
        var fields = PersonFields.All.Concat([PersonFields.Identifier("x"), PersonFields.Attribute("y"), PersonFields.List("l"), PersonFields.Consent("e", "m")]).ToArray();
        Prop.ForAll(text, value =>
        {
            var record = new PersonRecord("people", value.Length == 0 ? "k" : value);
            foreach (var field in fields)
            {
                record.Add(field, value);
            }

            var order = Order();
            order.Title = value;
            order.Details[value] = value;
            return (_gate.Admit(record, Now).IsAccepted || true) && (_gate.Admit(order, Now).IsAccepted || true)
                && _gate.Admit(new RejectedRecord("people", "r", value), Now).Reason == "r";
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    private static PersonRecord Person() => new("people", "1");

    private static InteractionRecord Order() => new("orders", "o1", "order", Now) { PersonKey = "1" };

    private void Refuses(PersonRecord record, string reason)
    {
        var refused = _gate.Admit(record, Now).Quarantined!;
        Assert.Contains(reason, refused.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("zzz", refused.Reason, StringComparison.Ordinal);
    }

    private string Value(PersonRecord record, string field) => _gate.Admit(record, Now).Accepted!.Fields.Single(f => f.Name == field).Value;

    private byte[] Bytes(PersonRecord record)
    {
        var output = new ArrayBufferWriter<byte>();
        FieldCodec.Write(_gate.Admit(record, Now).Accepted!.Fields, output);
        return output.WrittenSpan.ToArray();
    }
}
