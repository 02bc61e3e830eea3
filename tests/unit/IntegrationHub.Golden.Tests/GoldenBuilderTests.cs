using System.Text.Json;
using IntegrationHub.Core.Records;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Golden.Tests;

public sealed class GoldenBuilderTests
{
    [Fact]
    public void A_single_record_is_shown_in_canonical_order_with_typed_values()
    {
        var record = Records.Of(
            "crm", "1", 0, 0.5,
            [
                .. Records.Address("12 Main St", "Omaha", "68132"),
                new(PersonFields.Attribute("shoe"), "11", Kind: FieldKind.Number),
                new(PersonFields.Attribute("vip"), "true", Kind: FieldKind.Boolean),
                new(PersonFields.Email, "ann@example.com"),
                new(PersonFields.Identifier("loyalty"), "77"),
                new(PersonFields.List("news"), "member"),
                .. Records.Name("Ann", "Lee"),
            ]);

        Assert.Equal(
            """
            {"name.given":"Ann","name.family":"Lee","email":["ann@example.com"],"address":[{"line1":"12 Main St","locality":"Omaha","postalCode":"68132"}],"identifier:loyalty":["77"],"attribute:shoe":11,"attribute:vip":true,"list:news":true}
            """,
            Records.Json(record));
    }

    [Fact]
    public void No_records_give_an_empty_object() => Assert.Equal("{}", Records.Json());

    [Fact]
    public void A_deleted_record_says_nothing()
    {
        var record = Records.Of("crm", "1", 0, 0.5, Records.Name("Ann", "Lee"));
        var gone = new GoldenInput(
            new SourceRecord
            {
                Id = 2,
                Uid = Guid.Empty,
                SourceId = 1,
                Stream = "people",
                Key = "2",
                Fields = [new(PersonFields.Email, "x@example.com")],
                FirstSeenAt = Records.Start,
                RunId = 1,
                IsDeleted = true,
            },
            "crm",
            1);

        Assert.DoesNotContain("email", Records.Json(record, gone), StringComparison.Ordinal);
    }

    [Fact]
    public void A_whole_name_wins_against_a_newer_initial_and_a_newer_nickname()
    {
        var json = Records.Json(
            Records.Of("crm", "1", 0, 0.5, Records.Name("Robert", "Hale")),
            Records.Of("shop", "2", 300, 0.5, Records.Name("R", "Hale")),
            Records.Of("mail", "3", 300, 0.5, Records.Name("Bob", "Hale")));

        Assert.StartsWith("""{"name.given":"Robert","name.family":"Hale"}""", json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Ann Lee", "Ann", null, "Lee")]
    [InlineData("Dr. Ann B. Lee", "Ann", "B.", "Lee")]
    [InlineData("Ludwig van Beethoven", "Ludwig", null, "van Beethoven")]
    [InlineData("John Lee Jr", "John", null, "Lee")]
    [InlineData("Ana Maria Silva", null, null, null)]
    [InlineData("Lee & Sons", null, null, null)]
    public void A_whole_name_is_split_only_where_that_is_safe(string full, string? given, string? middle, string? family)
    {
        var golden = JsonDocument.Parse(Records.Json(Records.Of("crm", "1", 0, 0.5, new Field(PersonFields.NameFull, full)))).RootElement;

        Assert.Equal(full, golden.GetProperty("name.full").GetString());
        Assert.Equal(given, golden.TryGetProperty("name.given", out var g) ? g.GetString() : null);
        Assert.Equal(middle, golden.TryGetProperty("name.middle", out var m) ? m.GetString() : null);
        Assert.Equal(family, golden.TryGetProperty("name.family", out var f) ? f.GetString() : null);
    }

    [Fact]
    public void An_address_is_never_mixed_from_two_records()
    {
        var partial = Records.Of("crm", "1", 100, 0.9, new Field(PersonFields.AddressLine1, "9 Elm Rd"), new Field(PersonFields.AddressCountry, "US"));
        var whole = Records.Of("shop", "2", 0, 0.5, Records.Address("12 Main St", "Omaha", "68132"));

        var addresses = JsonDocument.Parse(Records.Json(partial, whole)).RootElement.GetProperty("address").EnumerateArray().Select(a => a.GetRawText()).Order().ToArray();

        Assert.Equal(["""{"line1":"12 Main St","locality":"Omaha","postalCode":"68132"}""", """{"line1":"9 Elm Rd","country":"US"}"""], addresses);
    }

    [Fact]
    public void Two_ways_to_write_one_address_are_one_address()
    {
        var json = Records.Json(
            Records.Of("crm", "1", 0, 0.5, Records.Address("12 Main Street", "Omaha", "68132")),
            Records.Of("shop", "2", 0, 0.4, Records.Address("12 MAIN ST.", "omaha", "68132-1234")));

        Assert.Single(JsonDocument.Parse(json).RootElement.GetProperty("address").EnumerateArray());
    }

    [Fact]
    public void Organization_and_job_title_come_from_one_record()
    {
        var json = Records.Json(
            Records.Of("crm", "1", 100, 0.9, new Field(PersonFields.Organization, "Acme"), new Field(PersonFields.JobTitle, "Buyer")),
            Records.Of("shop", "2", 0, 0.5, new Field(PersonFields.Organization, "Bolt"), new Field(PersonFields.JobTitle, "Chief")));

        Assert.Equal("""{"organization":"Acme","jobTitle":"Buyer"}""", json);
    }

    [Fact]
    public void An_email_is_shown_as_it_can_be_written_to_and_without_a_tag_where_one_is_known()
    {
        var json = Records.Json(
            Records.Of("shop", "1", 10, 0.9, new Field(PersonFields.Email, "annlee@gmail.com", "Ann.Lee+shop@googlemail.com")),
            Records.Of("crm", "2", 0, 0.5, new Field(PersonFields.Email, "annlee@gmail.com", "Ann Lee <Ann.Lee@gmail.com>")));

        Assert.Equal("""{"email":["ann.lee@gmail.com"]}""", json);
    }

    [Fact]
    public void Agreement_of_sources_lifts_a_value_over_a_single_newer_one()
    {
        var json = Records.Json(
            Records.Of("a", "1", 0, 0.5, new Field(PersonFields.BirthDate, "1980-03-12")),
            Records.Of("b", "2", 0, 0.5, new Field(PersonFields.BirthDate, "1980-03-12")),
            Records.Of("c", "3", 90, 0.5, new Field(PersonFields.BirthDate, "1980-12-03")));

        Assert.Equal("""{"birthDate":"1980-03-12"}""", json);
    }

    [Theory]
    [InlineData("mostRecent", "c")]
    [InlineData("mostTrusted", "b")]
    [InlineData("mostFrequent", "a")]
    [InlineData("longest", "dddd")]
    [InlineData("first", "f")]
    public void A_policy_rule_decides(string rule, string expected)
    {
        var size = PersonFields.Attribute("size");
        var policy = SurvivorshipPolicy.Parse("{\"fields\":{\"attribute:size\":{\"rule\":\"" + rule + "\"}}}");
        GoldenInput[] records =
        [
            Records.Of("s1", "1", 5, 0.5, new Field(size, "a")), Records.Of("s1", "2", 5, 0.5, new Field(size, "a")),
            Records.Of("s2", "3", 6, 0.9, new Field(size, "b")), Records.Of("s3", "4", 9, 0.1, new Field(size, "c")),
            Records.Of("s4", "5", 4, 0.1, new Field(size, "dddd")), Records.Of("s5", "6", 1, 0.1, new Field(size, "f")),
        ];

        Assert.Equal($$"""{"attribute:size":"{{expected}}"}""", new GoldenBuilder(policy).Build(records).ToJson(includeLineage: false));
    }

    [Fact]
    public void Trust_of_a_source_for_a_field_comes_from_the_policy()
    {
        GoldenInput[] records =
        [
            Records.Of("crm", "1", 0, 0.9, new Field(PersonFields.Gender, "male")), Records.Of("shop", "2", 0, 0.1, new Field(PersonFields.Gender, "female")),
        ];
        var policy = SurvivorshipPolicy.Parse("""{"trust":{"crm":0.5,"shop":{"gender":0.8}}}""");

        Assert.Equal("""{"gender":"female"}""", new GoldenBuilder(policy).Build(records).ToJson(includeLineage: false));
    }

    [Fact]
    public void Values_over_the_maximum_are_lost_but_visible()
    {
        var policy = SurvivorshipPolicy.Parse("""{"fields":{"email":{"max":1}}}""");
        var golden = new GoldenBuilder(policy).Build(
            [Records.Of("crm", "1", 0, 0.5, new(PersonFields.Email, "a@example.com"), new(PersonFields.Email, "b@example.com"))]);

        var field = Assert.Single(golden.Fields);
        Assert.Single(field.Values);
        Assert.Single(field.Lost);
    }

    [Fact]
    public void Consent_fields_are_no_values() =>
        Assert.Equal("{}", Records.Json(Records.Of("crm", "1", 0, 0.5, new Field(PersonFields.Consent("email", "marketing"), "yes"))));
}
