using FsCheck;
using FsCheck.Fluent;
using IntegrationHub.Core.Records;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Golden.Tests;

public sealed class ConsentRuleTests
{
    private static readonly Gen<(long, Consent)> Choice =
        from record in Gen.Choose(1, 4)
        from purpose in Gen.Elements("marketing", "service")
        from status in Gen.Elements(ConsentStatus.Granted, ConsentStatus.Denied, ConsentStatus.Withdrawn)
        from day in Gen.Choose(0, 4)
        from proof in Gen.Elements(null, "form 7")
        select Of(record, status, day, proof, purpose);

    private static readonly Arbitrary<(long RecordId, Consent Consent)[]> Choices = Gen.ArrayOf(Choice).Resize(8).ToArbitrary();

    [Fact]
    public void A_refusal_beats_a_newer_opt_in_without_proof() =>
        Assert.Equal(ConsentStatus.Denied, Decide(Of(1, ConsentStatus.Denied, 0), Of(1, ConsentStatus.Granted, 1)));

    [Fact]
    public void A_newer_opt_in_with_proof_of_the_same_record_beats_a_refusal() =>
        Assert.Equal(ConsentStatus.Granted, Decide(Of(1, ConsentStatus.Denied, 0), Of(1, ConsentStatus.Granted, 1, "form 7")));

    [Fact]
    public void An_older_opt_in_with_proof_does_not_beat_a_refusal() =>
        Assert.Equal(ConsentStatus.Withdrawn, Decide(Of(1, ConsentStatus.Withdrawn, 2), Of(1, ConsentStatus.Granted, 1, "form 7")));

    [Fact]
    public void An_opt_in_with_proof_of_another_record_does_not_lift_a_refusal() =>
        Assert.Equal(ConsentStatus.Denied, Decide(Of(1, ConsentStatus.Denied, 0), Of(2, ConsentStatus.Granted, 1, "form 7")));

    [Fact]
    public void The_decision_names_the_choice_that_decided_and_the_others()
    {
        var refusal = Of(1, ConsentStatus.Denied, 0);
        var decision = Assert.Single(ConsentRule.Decide([Of(2, ConsentStatus.Granted, 1), refusal]));

        Assert.Same(refusal.Consent, decision.DecidedBy.Consent);
        Assert.Single(decision.Others);
    }

    [Fact]
    public void Joining_records_never_widens_consent() => Prop.ForAll(Choices, choices =>
    {
        var joined = ConsentRule.Decide(choices);
        return choices.GroupBy(c => c.RecordId).SelectMany(g => ConsentRule.Decide([.. g]))
            .Where(own => own.Status != ConsentStatus.Granted)
            .All(own => joined.Single(j => j.Channel == own.Channel && j.Purpose == own.Purpose).Status != ConsentStatus.Granted);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_of_the_choices_does_not_matter() => Prop.ForAll(Choices, choices =>
        ConsentRule.Decide(choices).Select(d => (d.Purpose, d.Status, d.DecidedBy.RecordId, d.Rule))
            .SequenceEqual(ConsentRule.Decide([.. choices.Reverse()]).Select(d => (d.Purpose, d.Status, d.DecidedBy.RecordId, d.Rule)))).QuickCheckThrowOnFailure();

    private static ConsentStatus Decide(params (long RecordId, Consent Consent)[] choices) => Assert.Single(ConsentRule.Decide(choices)).Status;

    private static (long RecordId, Consent Consent) Of(long record, ConsentStatus status, int day, string? proof = null, string purpose = "marketing") =>
        (record, new Consent("people", "k", "email", purpose, status, Records.Start.AddDays(day), proof));
}
