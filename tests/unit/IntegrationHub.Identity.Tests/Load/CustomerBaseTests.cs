using IntegrationHub.Benchmarks.Load.People;

namespace IntegrationHub.Identity.Tests.Load;

/// <summary>The measurements stand on these records: they must not change by themselves, and their truth must be exact.</summary>
public sealed class CustomerBaseTests
{
    private const int Count = 3000;

    [Fact]
    public void One_seed_gives_one_and_the_same_records()
    {
        var people = new CustomerBase(1);

        Assert.Equal(Lines(people, Count), Lines(1, Count));
        Assert.Equal(Lines(people, Count), Lines(1, Count)); // nothing of the first round is left over
        Assert.NotEqual(Lines(1, 10), Lines(2, 10));
    }

    [Fact]
    public void A_person_is_the_same_however_many_are_asked_for()
    {
        var more = Lines(1, Count * 2).ToHashSet(StringComparer.Ordinal);

        Assert.All(Lines(1, Count), line => Assert.Contains(line, more));
    }

    [Fact]
    public void Keys_differ_and_every_record_says_something()
    {
        var records = new CustomerBase(1).Records(Count).ToList();

        Assert.Equal(Count, records.Count);
        Assert.Equal(Count, records.Select(record => record.Key).Distinct(StringComparer.Ordinal).Count());
        Assert.All(records, record => Assert.NotEmpty(record.Fields()));
    }

    [Fact]
    public void A_card_that_is_not_shared_at_home_belongs_to_one_person()
    {
        var holders = new CustomerBase(1).Records(Count)
            .SelectMany(record => record.Fields().Where(field => field.Name == "identifier:loyalty_card").Select(field => (field.Value, record.Person)))
            .GroupBy(card => card.Value, card => card.Person, StringComparer.Ordinal);

        // Twenty people in a row have at most one home in common.
        Assert.All(holders, people => Assert.Single(people.Select(person => person / 20).Distinct()));
    }

    private static List<string> Lines(int seed, int count) => Lines(new CustomerBase(seed), count);

    private static List<string> Lines(CustomerBase people, int count) => [.. people.Records(count)
        .Select(record => $"{record.Source} {record.Key} {record.Person} {string.Join('|', record.Cells.Select(cell => cell.Written))}")];
}
