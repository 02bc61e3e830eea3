using IntegrationHub.Identity.Blocking;
using IntegrationHub.Identity.Standardising;
using IntegrationHub.Identity.Tests.Support;

namespace IntegrationHub.Identity.Tests.Blocking;

/// <summary>Keys as a plan writes them.</summary>
public sealed class KeyPlanTests
{
    [Theory]
    [InlineData("given~sound + family~sound", "name.given: Anna | name.family: Holtz", "name.given: Holtz | name.family: Anna", true)]
    [InlineData("birth.dayMonth + name~sound", "name.family: Holtz | birthDate: 1981-04-07", "name.given: Holts | birthDate: 1952-07-04", true)]
    [InlineData("postal + house + name~sound", "name.family: Holtz | address.postalCode: 40123 | address.houseNumber: 4", "name.family: Holtz | address.postalCode: 40123 | address.houseNumber: 4", true)]
    [InlineData("postal + house + name~sound", "name.family: Holtz | address.postalCode: 40123 | address.houseNumber: 4", "name.family: Holtz | address.postalCode: 40123 | address.houseNumber: 5", false)]
    [InlineData("postal + name~sound", "name.family: Holtz", "name.family: Holtz", false)]
    [InlineData("given~sound + family~sound + house", "name.given: Anna | name.family: Holtz | address.houseNumber: 4", "name.given: Holtz | name.family: Anna | address.houseNumber: 4", true)]
    [InlineData("house + family~sound + given~sound", "name.given: Anna | name.family: Holtz | address.houseNumber: 4", "name.given: Holtz | name.family: Anna | address.houseNumber: 4", true)]
    [InlineData("given~sound + family~sound + house", "name.given: Anna | name.family: Holtz | address.houseNumber: 4", "name.given: Anna | name.family: Holtz | address.houseNumber: 5", false)]
    [InlineData("given~sound + family~sound + house", "name.given: Anna | name.family: Holtz | address.houseNumber: 4", "name.given: Bernd | name.family: Holtz | address.houseNumber: 4", false)]
    [InlineData("given~sound + family~sound + house", "name.given: Anna | name.family: Holtz | address.houseNumber: 4", "name.given: Anna | name.family: Kruse | address.houseNumber: 4", false)]
    [InlineData("identifier.end", "id:loyalty=12345678", "id:loyalty=19345678", true)]
    public void Two_records_share_a_key_when_they_share_all_its_parts(string key, string a, string b, bool isShared)
    {
        var plan = KeyPlan.Parse([key]);

        Assert.Equal(isShared, Keys(plan, a, b) is var (keysA, keysB) && keysA.Intersect(keysB).Any());
    }

    [Fact]
    public void An_atom_that_says_nothing_makes_no_key()
    {
        const string Line = "email: rota@example.org";
        var atom = StableHash.Combine((ulong)AtomKind.Email + 1, StableHash.Of("rota@example.org"));
        var generic = new KeySet();
        generic.Add(atom);

        Assert.NotEmpty(Keys(KeyPlan.Parse(["email"]), Line, Line).A);
        Assert.Empty(Keys(KeyPlan.Parse(["email"], generic), Line, Line).A);
    }

    [Theory]
    [InlineData("emial")]
    [InlineData("email + email")]
    [InlineData("email + house + postal + birth.year")]
    public void A_key_that_is_none_is_named(string key) =>
        Assert.Contains($"\"{key}\"", Assert.Throws<FormatException>(() => KeyPlan.Parse([key])).Message, StringComparison.Ordinal);

    [Fact]
    public void A_record_has_each_key_once_however_many_it_has()
    {
        string[] names = ["Adler", "Bishop", "Carter", "Dorfman", "Ericson", "Fabian", "Gruber", "Holt"];
        var emails = string.Join(" | ", names.Select(n => $"email: {n}.{n}@example.org"));
        var line = $"name.given: {names[0]} | name.family: {names[1]} {names[2]} | {emails}";
        var keys = Keys(KeyPlan.Parse(["email", "email.local", "email.local + name~sound", "email + name~sound", "email + email.local", "name~sound"]), line, line).A;

        Assert.Equal(8 + 8 + (8 * 3) + (8 * 3) + (8 * 8) + 3, keys.Length);
        Assert.Equal(keys.Length, keys.Distinct().Count());

        // Of the four ways to pair two given with two family names two are one key.
        Assert.Equal(3, Keys(KeyPlan.Parse(["given~sound + family~sound"]), "name.given: Anna | name.family: Holtz | name.given: Holtz | name.family: Anna", line).A.Length);
    }

    [Fact]
    public void A_plan_has_at_most_as_many_keys_as_have_room_in_a_word()
    {
        Assert.Equal(31, KeyPlan.Parse([.. Enumerable.Repeat("email", 31)]).Count);
        Assert.Contains("32. Expected at most 31", Assert.Throws<FormatException>(() => KeyPlan.Parse([.. Enumerable.Repeat("email", 32)])).Message, StringComparison.Ordinal);
        Assert.Equal(["email", "house"], KeyPlan.Parse(["email", "house"]).Texts);
        Assert.Equal(AtomReader.Bit(AtomKind.Email) | AtomReader.Bit(AtomKind.House), KeyPlan.Parse(["email", "house + email"]).Wanted);
    }

    [Fact]
    public void A_model_keeps_its_keys_and_the_blocks_it_learned_to_split()
    {
        var model = new MatchModel(MatchModel.Shipped.Document with
        {
            Keys = ["email", "birth.year + name~sound"],
            SplitKeys = PackedKeys.Write([7, 5, ulong.MaxValue]),
        });

        var read = MatchModel.FromJson(model.ToJson());

        Assert.Equal(["email", "birth.year + name~sound"], read.Plan.Texts);
        Assert.True(read.SplitRule.IsOversized(5, 1));
        Assert.False(read.SplitRule.IsOversized(6, MatchModel.Shipped.Limits.BlockMax + 1));
    }

    private static (ulong[] A, ulong[] B) Keys(KeyPlan plan, string a, string b)
    {
        var (words, values, names) = (new WordPool(), new TextPool(), new FieldNames());
        var standardiser = new RecordStandardiser(words, values, names);
        var builder = new KeyBuilder(words, values, names, plan);
        return (builder.Build(standardiser.Standardise(Person.Of(a))).ToArray(), builder.Build(standardiser.Standardise(Person.Of(b))).ToArray());
    }
}
