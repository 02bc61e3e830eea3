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
                Assert.Equal(after.Order(), LaterPairs(fresh, world, held).Order());
                Assert.Equal((fresh.SplitCount, fresh.WindowCount), (index.SplitCount, index.WindowCount));
                Assert.Equal(fresh.OversizedKeys.Order(), index.OversizedKeys.Order());
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

    [Fact]
    public void Many_records_loaded_on_both_cores_lie_in_the_blocks_that_adding_them_one_by_one_makes()
    {
        const int Count = 321;
        const int Size = 40;
        var world = new Blocks(Count, Size);
        int[] records = [.. Enumerable.Range(0, Count * Size)];
        var rule = new SplitRule(Size / 4, learned: null);
        var (loaded, added) = (new BlockIndex(world, rule), new BlockIndex(world, rule));
        loaded.Load(records);
        foreach (var record in records)
        {
            added.Add(record);
        }

        added.Settle();

        Assert.Equal((Count, 0), (loaded.SplitCount, loaded.WindowCount));
        Assert.Equal(added.OversizedKeys.Order(), loaded.OversizedKeys.Order());
        Assert.Equal([Size, Size], loaded.Largest.Top(2).Select(b => b.Size));
        var finder = new CandidateFinder(loaded, world);
        foreach (var record in records)
        {
            var (keysLoaded, keysAdded) = (new List<ulong>(), new List<ulong>());
            loaded.CollectKeys(record, keysLoaded);
            added.CollectKeys(record, keysAdded);
            Assert.Equal(keysAdded, keysLoaded);
            Assert.Equal(RefiningAtoms.Count, keysLoaded.Count);
            Assert.All(keysLoaded, key => Assert.Equal(Size / 5, loaded.Table.Count(key)));
            Assert.Equal((Size / 5) - 1, finder.Find(record, records.Length).Length);
        }
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

    private static HashSet<(int A, int B)> LaterPairs(BlockIndex index, World world, HashSet<int> held)
    {
        var (finder, later, pairs) = (new CandidateFinder(index, world), new LaterMembers(index, RecordsMax), new HashSet<(int, int)>());
        foreach (var record in held)
        {
            foreach (var other in finder.FindLater(record, RecordsMax, later))
            {
                Assert.True(other > record && pairs.Add((record, other)));
            }
        }

        return pairs;
    }

    /// <summary>Blocks of one size by one key, each of which five kinds of records share.</summary>
    private sealed class Blocks(int count, int size) : IBlockedRecords, IRecordKeys
    {
        private readonly ulong[] _keys = [.. Enumerable.Range(0, count * size).Select(record => BlockKey.Of(1, (ulong)(record / size)))];

        public IRecordKeys NewKeys() => this;

        public ReadOnlySpan<ulong> Of(int record) => _keys.AsSpan(record, 1);

        public void WriteAtoms(int record, Span<ulong> atoms) => atoms.Fill((ulong)((record % 5) + 1));

        public int CompareByContent(int recordA, int recordB) => recordA.CompareTo(recordB);

        public void MarkReblocked(int record)
        {
        }

        public void MarkReblocked(int recordA, int recordB)
        {
        }
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
