using IntegrationHub.Identity.Tests.Support;

namespace IntegrationHub.Identity.Tests.Scoring;

/// <summary>Phone numbers in any writing.</summary>
public sealed class PhoneLevelsTests
{
    [Fact]
    public void Numbers_are_graded() => Table.CheckLevels(string.Empty,
        """
        phone: +1 555 281 7743 ~ phone: 555-281-7743 => phone exact
        phone: 2817743 ~ phone: 555-281-7743 => phone exact
        phone: 4412817743 ~ phone: 555-281-7743 => phone exact
        phone: 441281774 ~ phone: 1281774 => phone exact
        phone: 15552817743 ~ phone: 95552817743 => phone exact
        phone: 555-281-7743 ~ phone: 555-281-7734 => phone near
        phone: 555-281-7743 ~ phone: 555-281-7744 => phone near
        phone: 555-281-7743 ~ phone: 555-281-7788 => phone similar
        phone: 555-281-7743 ~ phone: 555-281-6688 => phone different
        phone: 5552817743 ~ phone: 92817743 => phone similar
        phone: 92817743 ~ phone: 5552817743 => phone similar
        phone: 5552817743 ~ phone: 942817743 => phone exact
        phone: 281774 ~ phone: 281775 => phone near
        phone: 281774 ~ phone: 281788 => phone different
        phone: 2817743 ~ phone: 2817788 => phone similar
        phone: 44128177 ~ phone: 128177 => phone different
        phone: 77128177430 ~ phone: 281774 => phone different
        phone: 555-281-7743 ~ phone: 946-302-8815 => phone different
        phone: 555-281-7743 ext 12 ~ phone: 555-281-7743 => phone exact
        phone: 555-000-0000 ~ phone: 555-000-0000 => nothing
        phone: 123-4567 ~ phone: 123-4567 => nothing
        phone: 987-6543 ~ phone: 987-6543 => nothing
        phone: 12345 ~ phone: 12345 => nothing
        phone: 123459 ~ phone: 123459 => phone exact
        phone: 946-302-8815 | phone: 555-281-7743 ~ phone: 555-281-7743 => phone exact
        phone: 555-281-7743 ~ phone: 946-302-8815 | phone: 555-281-7743 => phone exact
        phone: 9463028 ~ phone: 5463028 | phone: 9463028 => phone exact
        """);
}
