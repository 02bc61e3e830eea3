using IntegrationHub.Identity.Blocking;

namespace IntegrationHub.Identity.Tests.Blocking;

/// <summary>Which pairs are proposed depends on the records alone, and every change is told to both ends.</summary>
public sealed class BlockIndexTests
{
    private const int RecordsMax = 60;

    [Theory]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(20)]
    public void Proposed_pairs_equal_those_of_a_fresh_index_and_changes_are_told_to_both_ends(int blockMax)
    {
        for (var seed = 1; seed <= 5; seed++)
        {
            var random = new Random(seed);
            var world = new World(random);
            var index = new BlockIndex(world, new SplitRule(blockMax, learned: null));
            var held = new HashSet<int>();
            for (var round = 0; round < 40; round++)
            {
                var before = Pairs(index, world, held);
                world.Marked.Clear();
                var changed = Change(index, world, held, random);
                index.Settle();
                var after = Pairs(index, world, held);

                var fresh = new BlockIndex(world, new SplitRule(blockMax, learned: null));
                fresh.Load(held.OrderBy(_ => random.Next()).ToArray());
                Assert.Equal(Pairs(fresh, world, held).Order(), after.Order());
                Assert.All(
                    before.Where(p => !after.Contains(p)).Concat(after.Where(p => !before.Contains(p))),
                    pair => Assert.True(IsTold(pair.A) && IsTold(pair.B) || changed.Contains(pair.A) || changed.Contains(pair.B)));

                bool IsTold(int record) => world.Marked.Contains(record) || changed.Contains(record);
            }
        }
    }

    [Fact]
    public void Pairs_of_a_subset_stay_the_same_whatever_else_is_there_once_split_blocks_are_learned()
    {
        for (var seed = 1; seed <= 40; seed++)
        {
            var random = new Random(seed);
            var world = new World(random);
            var learned = new KeySet();
            var few = Enumerable.Range(0, RecordsMax / 3).ToArray();
            foreach (var key in Loaded(world, new SplitRule(6, learned: null), few).OversizedKeys.Where(BlockKeyIsNoWindow))
            {
                learned.Add(key);
            }

            var rule = new SplitRule(6, learned);
            var all = Enumerable.Range(0, RecordsMax).OrderBy(_ => random.Next()).ToArray();
            var alone = Pairs(Loaded(world, rule, few), world, [.. few]);
            var among = Pairs(Loaded(world, rule, all), world, [.. all]);

            Assert.Equal(alone.Order(), among.Where(p => p.A < few.Length && p.B < few.Length).Order());
        }

        static bool BlockKeyIsNoWindow(ulong key) => BlockKey.Depth(key) < BlockKey.DepthMax;
    }

    private static BlockIndex Loaded(World world, SplitRule rule, int[] records)
    {
        var index = new BlockIndex(world, rule);
        index.Load(records);
        return index;
    }

    private static HashSet<int> Change(BlockIndex index, World world, HashSet<int> held, Random random)
    {
        var changed = new HashSet<int>();
        var isGrowing = random.Next(3) > 0;
        for (var i = random.Next(1, 12); i > 0; i--)
        {
            var record = random.Next(RecordsMax);
            changed.Add(record);
            if (held.Remove(record))
            {
                index.Remove(record);
                world.Renew(record, random);
            }

            if (isGrowing)
            {
                held.Add(record);
                index.Add(record);
            }
        }

        return changed;
    }

    private static HashSet<(int A, int B)> Pairs(BlockIndex index, World world, HashSet<int> held)
    {
        var finder = new CandidateFinder(index, world);
        var pairs = new HashSet<(int, int)>();
        foreach (var record in held)
        {
            foreach (var other in finder.Find(record, RecordsMax))
            {
                pairs.Add((Math.Min(record, other), Math.Max(record, other)));
            }
        }

        return pairs;
    }

    private sealed class World : IBlockedRecords, IRecordKeys
    {
        private readonly ulong[][] _atoms = new ulong[RecordsMax][];
        private readonly int[] _contents = new int[RecordsMax];

        public World(Random random)
        {
            for (var record = 0; record < RecordsMax; record++)
            {
                Renew(record, random);
            }
        }

        public ulong[][] Keys { get; } = new ulong[RecordsMax][];

        public HashSet<int> Marked { get; } = [];

        public void Renew(int record, Random random)
        {
            // One key for most records: nothing else proposes their pairs.
            Keys[record] = [BlockKey.Of(1, random.Next(8) == 0 ? 1UL : 0UL)];
            _atoms[record] = [.. Enumerable.Range(0, RefiningAtoms.Count).Select(_ => (ulong)random.Next(3))];
            _contents[record] = random.Next(1000);
        }

        public IRecordKeys NewKeys() => this;

        public ReadOnlySpan<ulong> Of(int record) => Keys[record];

        public void WriteAtoms(int record, Span<ulong> atoms) => _atoms[record].CopyTo(atoms);

        public int CompareByContent(int recordA, int recordB) =>
            _contents[recordA] != _contents[recordB] ? _contents[recordA].CompareTo(_contents[recordB]) : recordA.CompareTo(recordB);

        public void MarkReblocked(int record) => Marked.Add(record);

        public void MarkReblocked(int recordA, int recordB) => Marked.UnionWith([recordA, recordB]);
    }
}
