using System.Globalization;

namespace IntegrationHub.Benchmarks.Load.People;

/// <summary>
/// A realistic customer base over four sources with exact truth: shared homes, telephones and mailboxes, placeholders,
/// nicknames, initials, marriages, moves, several scripts, slips by keyboard, ear and scanner, and a Zipf-like number of
/// records a person. One seed, one result; a person's records do not depend on how many are asked for.
/// </summary>
/// <remarks>Names come as often as they are counted, from the lists the engine carries too; so do nicknames.</remarks>
internal sealed class CustomerBase
{
    /// <summary>The seed of the committed measurements.</summary>
    public const int UsualSeed = 20261122;

    private const int RecordPurpose = 6;
    private const int RecordsOfPersonMax = 32;
    private const ulong KeyFactor = 0x5DEECE66D;
    private const ulong KeyMask = 0xFFFFFFFFFF;
    private const double NewSourceShare = .6;

    private static readonly double[] SourceWeights = [.34, .3, .2, .16];

    private readonly int _seed;
    private readonly Population _population;
    private readonly Dice _dice = new();

    /// <summary>Makes the customer base of a seed.</summary>
    public CustomerBase(int seed = UsualSeed)
    {
        _seed = seed;
        _population = new Population(seed);
        var slips = new Slips();
        Sources = [new CrmSource(slips), new ShopSource(slips), new TillSource(slips), new NewsletterSource(slips)];
    }

    /// <summary>Gets the sources, by number.</summary>
    public CustomerSource[] Sources { get; }

    /// <summary>Invents records, one after the other; memory does not grow with the count.</summary>
    public IEnumerable<CustomerRecord> Records(int count) => ShuffleBuffer.Shuffle(InOrder(count), _seed);

    private IEnumerable<CustomerRecord> InOrder(int count)
    {
        for (var number = 0; count > 0; number++)
        {
            var person = _population.Person(number);
            var seen = 0;
            for (var i = 0; i < person.RecordCount && count > 0; i++, count--)
            {
                _dice.Restart(_seed, RecordPurpose, ((long)number * RecordsOfPersonMax) + i);
                var source = Source(seen);
                seen |= 1 << source;
                yield return Record(person, i, source);
            }
        }
    }

    private int Source(int seen)
    {
        var source = _dice.Weighted(SourceWeights);
        return (seen & (1 << source)) != 0 && _dice.Chance(NewSourceShare) ? _dice.Weighted(SourceWeights) : source;
    }

    private CustomerRecord Record(Person person, int number, int sourceNumber)
    {
        var source = Sources[sourceNumber];
        var cells = new Cell[source.Columns.Length];
        Array.Fill(cells, Cell.Empty);
        source.Fill(Appearances.Of(person, _dice), _dice, cells);

        // An odd factor permutes the numbers, so keys differ and tell nothing.
        var key = (((ulong)person.Number * RecordsOfPersonMax) + (ulong)number) * KeyFactor & KeyMask;
        return new CustomerRecord(
            sourceNumber, source.KeyPrefix + key.ToString("X10", CultureInfo.InvariantCulture), person.Number, cells, source.Columns);
    }
}
