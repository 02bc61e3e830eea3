using System.Reflection;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Sdk.Tests.Messages;

public sealed class PersonFieldsTests
{
    [Fact]
    public void Every_constant_is_a_known_field_or_a_prefix_that_needs_something_behind_it()
    {
        var constants = typeof(PersonFields).GetFields(BindingFlags.Public | BindingFlags.Static).ToDictionary(f => f.Name, f => (string)f.GetValue(null)!);
        var prefixes = constants.Where(c => c.Key.EndsWith("Prefix", StringComparison.Ordinal) && c.Value.EndsWith(':')).Select(c => c.Value).ToList();
        var names = constants.Values.Except(prefixes).ToList();

        Assert.Equal(names.Where(n => !n.Contains(':')).Order(StringComparer.Ordinal), PersonFields.All.Order(StringComparer.Ordinal));
        Assert.All(names, name => Assert.True(PersonFields.IsKnown(name)));
        Assert.Equal(4, prefixes.Count);
        Assert.All(prefixes, prefix => Assert.False(PersonFields.IsKnown(prefix)));
        Assert.All(prefixes, prefix => Assert.True(PersonFields.IsKnown(prefix + "x")));
    }

    [Fact]
    public void Names_are_made_with_their_prefix()
    {
        Assert.Equal("identifier:loyalty", PersonFields.Identifier("loyalty"));
        Assert.Equal("attribute:shoeSize", PersonFields.Attribute("shoeSize"));
        Assert.Equal("consent:email/marketing", PersonFields.Consent("email", "marketing"));
        Assert.Equal("list:newsletter", PersonFields.List("newsletter"));
    }

    [Fact]
    public void Names_are_compared_by_case()
    {
        Assert.False(PersonFields.IsKnown("Email"));
        Assert.False(PersonFields.IsKnown("Attribute:x"));
        Assert.Throws<ArgumentNullException>(() => PersonFields.IsKnown(null!));
    }
}
