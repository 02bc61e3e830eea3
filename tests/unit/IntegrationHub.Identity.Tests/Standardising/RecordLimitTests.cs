using System.Globalization;
using IntegrationHub.Core.Records;
using IntegrationHub.Identity.Tests.Support;

namespace IntegrationHub.Identity.Tests.Standardising;

/// <summary>How much of a record is looked at: what repeats more often is left out.</summary>
public sealed class RecordLimitTests
{
    [Theory]
    [InlineData("email", "user{0}@example.org", "email", 8)]
    [InlineData("phone", "55528177{0}", "phone", 8)]
    [InlineData("organization", "Zembla {0}", "company", 8)]
    [InlineData("identifier:card", "88291{0}", "identifier:card", 8)]
    [InlineData("attribute:size", "value{0}", "attribute:size", 16)]
    [InlineData("name.given", "Zembla Q{0}", "name", 4)]
    [InlineData("name.full", "Zembla Q{0}", "name", 4)]
    public void Of_values_of_one_kind_the_first_ones_count(string field, string value, string part, int limit)
    {
        var fields = Enumerable.Range(10, 30).Select(i => new Field(field, string.Format(CultureInfo.InvariantCulture, value, i))).ToList();

        Assert.Equal(limit, Parts(fields[..limit], part));
        Assert.Equal(limit, Parts(fields, part));
        Assert.Equal(limit - 1, Parts(fields[..(limit - 1)], part));
        Assert.Contains("10", ProfileText.Of(fields), StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_that_is_full_keeps_all_of_it()
    {
        var fields = Enumerable.Range(10, 4).SelectMany(i => Lines.Fields(
            string.Empty,
            $"name.given: Zembla Qa Qb Qc Qd Qe Qf Q{i} | name.family: Umbo Qa Qb Qc Qd Qe Qf Q{i} | {i - 9} address.full: Umbo one two three four five six seven eight nine ten q{i}"))
            .Concat(Enumerable.Range(10, 8).Select(i => new Field("email", $"user{i}@example.org")))
            .Concat(Enumerable.Range(10, 8).Select(i => new Field("identifier:card", $"88291{i}"))).ToList();
        var text = ProfileText.Of(fields);

        Assert.Equal((3, 8, 8), (Parts(fields, "address"), Parts(fields, "email"), Parts(fields, "identifier:card")));
        Assert.All(Enumerable.Range(10, 4), i => Assert.Contains($"qf+q{i}", text, StringComparison.Ordinal));
        Assert.Contains("8829117!", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Empty_values_are_no_values() =>
        Assert.Equal("kind Person; name anna [anna] /  [] structured", ProfileText.Of([new Field("name.given", " "), new Field("name.given", "Anna"), new Field("email", string.Empty)]));

    private static int Parts(IReadOnlyList<Field> fields, string part) =>
        ProfileText.Of(fields).Split("; ").Count(text => text == part || text.StartsWith(part + " ", StringComparison.Ordinal));
}
