using IntegrationHub.Sdk.Messages;
using IntegrationHub.Sdk.Tests.Settings;

namespace IntegrationHub.Sdk.Tests.Messages;

public sealed class PersonRecordTests
{
    [Theory]
    [InlineData("")]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    public void Values_are_kept_as_written_in_order_with_their_kind_in_every_culture(string culture)
    {
        using var here = new InCulture(culture);

        var record = new PersonRecord("people", "1")
            .Add(PersonFields.Email, " A@Example.com ")
            .Add(PersonFields.AddressLocality, "Bonn", 1, "line 3")
            .AddNumber(PersonFields.Attribute("shoeSize"), 42.5m)
            .AddFlag(PersonFields.Attribute("isMember"), true)
            .AddFlag(PersonFields.Attribute("isStaff"), false);

        Assert.Equal(
            [
                new("email", " A@Example.com ", FieldKind.Text, 0, null),
                new("address.locality", "Bonn", FieldKind.Text, 1, "line 3"),
                new("attribute:shoeSize", "42.5", FieldKind.Number, 0, null),
                new("attribute:isMember", "true", FieldKind.Boolean, 0, null),
                new("attribute:isStaff", "false", FieldKind.Boolean, 0, null),
            ],
            record.Fields);
    }

    [Fact]
    public void Null_and_blank_values_are_passed_over()
    {
        var record = new PersonRecord("people", "1")
            .Add(PersonFields.Email, "a@example.com")
            .Add(PersonFields.Phone, null).Add(PersonFields.Phone, " ").AddNumber(PersonFields.Attribute("a"), null).AddFlag(PersonFields.Attribute("a"), null);

        Assert.Equal(new FieldValue("email", "a@example.com", FieldKind.Text, 0, null), Assert.Single(record.Fields));
    }

    [Fact]
    public void A_name_that_is_no_canonical_field_is_refused_even_without_a_value()
    {
        var record = new PersonRecord("people", "1");

        var failure = Assert.Throws<ArgumentException>(() => record.Add("e-mail", null));
        Assert.StartsWith("'e-mail' is not a canonical field; use a name of PersonFields", failure.Message, StringComparison.Ordinal);
        Assert.Equal("field", failure.ParamName);
        Assert.Throws<ArgumentException>(() => record.AddNumber("size", 1));
        Assert.Throws<ArgumentException>(() => record.AddFlag("size", true));
        Assert.Throws<ArgumentOutOfRangeException>(() => record.Add(PersonFields.AddressStreet, "x", -1));
    }

    [Fact]
    public void A_record_is_whole_unless_told_otherwise()
    {
        var record = new PersonRecord("people", "1");

        Assert.Equal(("people", "1", false, null), (record.Stream, record.Key, record.IsPartial, record.UpdatedAt));
        Assert.Empty(record.Fields);
    }
}
