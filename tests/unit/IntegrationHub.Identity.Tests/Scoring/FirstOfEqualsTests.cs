using IntegrationHub.Identity.Tests.Support;

namespace IntegrationHub.Identity.Tests.Scoring;

/// <summary>Which of several pairs of values is shown: the best one, and of equally good ones the first, in the record that comes first by what it says.</summary>
public sealed class FirstOfEqualsTests
{
    [Fact]
    public void Of_equally_good_pairs_the_first_one_is_shown() => Table.Check(
        """
        email: zembla@example.org | email: kato@example.net ~ email: kato@example.net | email: zembla@example.org => kato@example.net = kato@example.net
        email: umbo@example.org | email: zembla@example.org ~ email: zembla@example.org | email: umbo@example.com => zembla@example.org = zembla@example.org
        phone: 5550017743 | phone: 9463028815 ~ phone: 9463028815 | phone: 5550017743 => 9463028815 = 9463028815
        phone: 5550017743 | phone: 9463028815 ~ phone: 9463028815 | phone: 5550017749 => 9463028815 = 9463028815
        identifier:card: 8829104 | identifier:card: 7719105 ~ identifier:card: 7719105 | identifier:card: 8829104 => 8829104 = 8829104
        identifier:card: 8829104 | identifier:card: 7719105 ~ identifier:card: 7719105 | identifier:card: 8829105 => 7719105 = 7719105
        organization: Zembla Works | organization: Umbo Kato ~ organization: Umbo Kato | organization: Zembla Works => zemblaworks = zemblaworks
        name.full: Qorvex Zembla | name.full: Umbo Kato ~ name.full: Umbo Kato | name.full: Qorvex Zembla => qorvex = qorvex, zembla = zembla
        1 address.street: Qorvex | 2 address.street: Zembla ~ 1 address.street: Zembla | 2 address.street: Qorvex => zembla = zembla
        1 address.locality: Qorvexia | 2 address.street: Zembla ~ 1 address.street: Zembla | 2 address.locality: Qorvexia => zembla = zembla
        """, Shown);

    private static string Shown(string line)
    {
        var (a, b) = (Lines.Fields(string.Empty, line.Split(" ~ ")[0]), Lines.Fields(string.Empty, line.Split(" ~ ")[1]));
        return string.Join(", ", Compared.Explain(a, b).Comparisons.Where(c => c.IsOfValues).Select(c => $"{c.ValueA} = {c.ValueB}"));
    }
}
