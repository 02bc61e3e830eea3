using System.Globalization;
using IntegrationHub.Core.Records;
using IntegrationHub.Identity.Scoring;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Identity.Tests;

public sealed class NumberingTests
{
    [Fact]
    public void People_numbered_one_by_one_are_not_one_person()
    {
        const int Count = 200;
        var engine = new IdentityEngine(MatchModel.Shipped);
        for (var i = 0; i < Count; i++)
        {
            var number = i.ToString(CultureInfo.InvariantCulture);
            engine.Upsert(i + 1, 1, [new Field(PersonFields.NameFull, "Person Number" + number), new Field(PersonFields.Email, $"p{number}@people.example")]);
        }

        Assert.Equal(Count, engine.Resolve(null, TestContext.Current.CancellationToken).Clusters.Count);
    }

    [Theory]
    [InlineData("user12", "user13", true)]
    [InlineData("user12", "user123", true)]
    [InlineData("user12", "user34", true)]
    [InlineData("user12", "us1er2", false)]
    [InlineData("1", "1", false)]
    [InlineData("1", "", false)]
    [InlineData("user12", "usr12", false)]
    [InlineData("j0hn", "john", false)]
    [InlineData("john", "jon", false)]
    public void Numbers_tell_apart_only_where_both_sides_have_one(string a, string b, bool expected)
    {
        Assert.Equal(expected, Numbering.TellsApart(a, b));
        Assert.Equal(expected, Numbering.TellsApart(b, a));
    }
}
