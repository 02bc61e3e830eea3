using System.Numerics;
using IntegrationHub.Identity.Training;

namespace IntegrationHub.Identity.Blocking;

/// <summary>
/// Chooses which keys records have: the greedy weighted cover of likely pairs under a budget of candidate pairs. Depends on
/// the set of records and pairs only, never on an order. One per choice.
/// </summary>
internal sealed class KeyChooser(TrainingRecords records, SampleIndex sample, MatchModel model, KeyBudget budget)
{
    private const int WorstKeysMax = 10;
    private const AtomKind LastContact = AtomKind.IdentifierEnd;

    private readonly KeyPlan _catalogue = KeyPlan.ParseAll(KeyCatalogue.Texts, model.Plan.Generic);

    /// <summary>Chooses.</summary>
    /// <param name="likely">Pairs that may be one customer, found by whatever keys; each once.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public KeyChoice Choose(IReadOnlyList<LikelyPair> likely, CancellationToken cancellationToken)
    {
        var pairs = InOrder(likely);
        var costs = Costs();
        cancellationToken.ThrowIfCancellationRequested();
        var reached = Reached(pairs);
        SparePairsOfCustomers(pairs, reached, costs);
        var figures = Cover(pairs, reached, costs);
        cancellationToken.ThrowIfCancellationRequested();
        var plan = KeyPlan.Parse([.. figures.Select(f => f.Text)], model.Plan.Generic);
        var index = new BlockIndex(new PlannedRecords(this, plan), new SplitRule(model.Limits.BlockMax, learned: null));
        index.Load(records.Table.LiveSlots.ToArray());
        var worst = index.Largest.Top(WorstKeysMax)
            .Select(block => new BlockSize(plan.TextOf(BlockKey.Number(block.Key)), block.Size, BlockKey.Depth(block.Key)));
        return new KeyChoice(
            figures, PackedKeys.Write(index.OversizedKeys), figures.Sum(f => f.Pairs), Unreached(pairs, reached, figures), [.. worst], index);
    }

    private RecordKeys NewKeys(KeyPlan plan) =>
        new(records.Table, new KeyBuilder(records.Words, records.Values, records.Names, plan));

    /// <summary>Estimates how many pairs each key proposes, from how many share it with sampled records; a block above the cap
    /// proposes no more than so many for each of its records.</summary>
    private double[] Costs()
    {
        var costs = new double[_catalogue.Count + 1];
        var (keys, share) = (NewKeys(_catalogue), (double)sample.Wide.Count / records.Count);
        foreach (var slot in sample.Wide)
        {
            foreach (var key in keys.Of(slot))
            {
                costs[BlockKey.Number(key)] += Math.Min(sample.OthersOf(key), model.Limits.BlockMax) / 2d / share;
            }
        }

        return costs;
    }

    // Sums of the same weights in another order differ in their last bits, and so might the choice.
    private LikelyPair[] InOrder(IReadOnlyList<LikelyPair> likely)
    {
        var pairs = likely.Select(Ordered).ToArray();
        Array.Sort(Array.ConvertAll(pairs, p => (records.Ranks[p.A], records.Ranks[p.B])), pairs);
        return pairs;

        LikelyPair Ordered(LikelyPair pair)
        {
            var (first, second) = records.InOrder(pair.A, pair.B);
            return pair with { A = first, B = second };
        }
    }

    /// <summary>Finds which keys of the catalogue both records of each pair have: a bit for each.</summary>
    private ulong[] Reached(LikelyPair[] pairs)
    {
        var reached = new ulong[pairs.Length];
        Parallel.For(
            0,
            pairs.Length,
            TwoCores.Options(),
            () => (A: NewKeys(_catalogue), B: NewKeys(_catalogue)),
            (i, _, keys) =>
            {
                var keysB = keys.B.Of(pairs[i].B);
                foreach (var key in keys.A.Of(pairs[i].A))
                {
                    reached[i] |= keysB.Contains(key) ? 1UL << BlockKey.Number(key) : 0;
                }

                return keys;
            },
            static _ => { });
        return reached;
    }

    /// <summary>Takes off what a key proposes rightly: a store with many records a customer is not to have fewer keys for it.</summary>
    private void SparePairsOfCustomers(LikelyPair[] pairs, ulong[] reached, double[] costs)
    {
        var sampledShare = (double)sample.Wide.Count / records.Count;
        // A pair is found from either of its records, if the other was looked at.
        var foundShare = (2 * sampledShare / sample.Thinning) - (sampledShare * sampledShare);
        for (var i = 0; i < pairs.Length; i++)
        {
            for (var rest = reached[i]; rest != 0; rest &= rest - 1)
            {
                costs[BitOperations.TrailingZeroCount(rest)] -= pairs[i].Weight / foundShare;
            }
        }

        for (var number = 0; number < costs.Length; number++)
        {
            costs[number] = Math.Max(0, costs[number]);
        }
    }

    private List<KeyFigures> Cover(LikelyPair[] pairs, ulong[] reached, double[] costs)
    {
        var figures = new List<KeyFigures>();
        var (chosen, left, total) = (0UL, budget.PairsPerRecord * records.Count, Math.Max(double.Epsilon, Sum(pairs)));
        while (figures.Count < KeyPlan.KeysMax)
        {
            var (gains, added) = Gains(pairs, reached, chosen);
            var best = 0;
            for (var number = 1; number <= _catalogue.Count; number++)
            {
                var isBetter = best == 0 || Yield(number) > Yield(best);
                best = isBetter && gains[number] >= budget.ShareMin * total && costs[number] <= left ? number : best;
            }

            if (best == 0)
            {
                return figures;
            }

            chosen |= 1UL << best;
            left -= costs[best];
            figures.Add(new KeyFigures(_catalogue.TextOf(best), costs[best], added[best] / total));

            // A key costs the record it is kept for, too: of two that reach the same, the one that few records have.
            double Yield(int number) => gains[number] / (costs[number] + (records.Count * .1));
        }

        return figures;
    }

    /// <summary>Adds up what each key would reach for the first time, and what for the second.</summary>
    private (double[] Gains, double[] Added) Gains(LikelyPair[] pairs, ulong[] reached, ulong chosen)
    {
        var (gains, added) = (new double[_catalogue.Count + 1], new double[_catalogue.Count + 1]);
        for (var i = 0; i < reached.Length; i++)
        {
            var times = BitOperations.PopCount(reached[i] & chosen);
            for (var rest = times > 1 ? 0 : reached[i] & ~chosen; rest != 0; rest &= rest - 1)
            {
                var number = BitOperations.TrailingZeroCount(rest);
                gains[number] += pairs[i].Weight * (times == 0 ? 1 : budget.SecondReach);
                added[number] += times == 0 ? pairs[i].Weight : 0;
            }
        }

        return (gains, added);
    }

    /// <summary>
    /// Estimates the share of true pairs that no chosen key reaches, as populations are counted by capture and recapture
    /// (Chapman, 1951): keys of what people are reached by, and keys of who and where they are, err independently.
    /// </summary>
    private double Unreached(LikelyPair[] pairs, ulong[] reached, List<KeyFigures> figures)
    {
        var (contact, other) = (0UL, 0UL);
        for (var number = 1; number <= _catalogue.Count; number++)
        {
            var text = _catalogue.TextOf(number);
            if (figures.Exists(f => string.Equals(f.Text, text, StringComparison.Ordinal)))
            {
                var contacts = 0;
                foreach (var kind in _catalogue[number])
                {
                    contacts += kind <= LastContact ? 1 : 0;
                }

                contact |= contacts == _catalogue[number].Length ? 1UL << number : 0;
                other |= contacts == 0 ? 1UL << number : 0;
            }
        }

        var (byContact, byOther, byBoth, byAny) = (0d, 0d, 0d, 0d);
        for (var i = 0; i < reached.Length; i++)
        {
            var (isContact, isOther) = ((reached[i] & contact) != 0, (reached[i] & other) != 0);
            byContact += isContact ? pairs[i].Weight : 0;
            byOther += isOther ? pairs[i].Weight : 0;
            byBoth += isContact && isOther ? pairs[i].Weight : 0;
            byAny += isContact || isOther ? pairs[i].Weight : 0;
        }

        var all = ((byContact + 1) * (byOther + 1) / (byBoth + 1)) - 1;
        return byContact == 0 || byOther == 0 ? 0 : Math.Clamp(1 - (byAny / all), 0, 1);
    }

    private static double Sum(LikelyPair[] pairs)
    {
        var sum = 0d;
        foreach (var pair in pairs)
        {
            sum += pair.Weight;
        }

        return sum;
    }

    private sealed class PlannedRecords(KeyChooser chooser, KeyPlan plan) : IBlockedRecords
    {
        public IRecordKeys NewKeys() => chooser.NewKeys(plan);

        public void WriteAtoms(int record, Span<ulong> atoms) => chooser.WriteAtoms(record, atoms);

        public int CompareByContent(int recordA, int recordB) => chooser.CompareByContent(recordA, recordB);

        public void MarkReblocked(int record)
        {
        }

        public void MarkReblocked(int recordA, int recordB)
        {
        }
    }

    private void WriteAtoms(int record, Span<ulong> atoms) => records.Table.WriteAtoms(record, atoms);

    private int CompareByContent(int recordA, int recordB) => records.Table.Compare(recordA, recordB);
}
