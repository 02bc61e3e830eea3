namespace IntegrationHub.Golden.Tests;

public sealed class SurvivorshipPolicyTests
{
    [Theory]
    [InlineData("{", "not JSON: line 1")]
    [InlineData("[]", "at $: expected an object with 'trust' and 'fields', found array")]
    [InlineData("""{"rules":{}}""", "at $.rules: expected 'trust' or 'fields'")]
    [InlineData("""{"trust":{"crm":2}}""", "at $.trust.crm: expected a number from 0 to 1, found 2")]
    [InlineData("""{"trust":{"crm":{"shoe":1}}}""", "at $.trust.crm.shoe: expected name, address, work")]
    [InlineData("""{"fields":{"mail":{}}}""", "at $.fields.mail: expected name, address, work")]
    [InlineData("""{"fields":{"email":{"rule":"newest"}}}""", "at $.fields.email.rule: expected one of best, mostRecent")]
    [InlineData("""{"fields":{"email":{"max":0}}}""", "at $.fields.email.max: expected a number from 1 to 1000, found 0")]
    [InlineData("""{"fields":{"gender":{"rule":"union"}}}""", "at $.fields.gender.rule: expected a rule that leaves one value")]
    [InlineData("""{"fields":{"email":{"halfLife":1}}}""", "at $.fields.email.halfLife: expected 'rule', 'halfLifeDays' or 'max'")]
    public void A_mistake_is_named_with_its_path_and_what_was_expected(string json, string message) =>
        Assert.Contains(message, Assert.Throws<FormatException>(() => SurvivorshipPolicy.Parse(json)).Message, StringComparison.Ordinal);

    [Fact]
    public void Comments_and_what_is_left_out_are_fine() =>
        Assert.NotNull(SurvivorshipPolicy.Parse("""{ /* ours */ "trust": { "crm": 0.9 }, "fields": { "identifier:*": { "max": 3 }, }, }"""));
}
