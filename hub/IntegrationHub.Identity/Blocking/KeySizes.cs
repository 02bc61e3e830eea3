using IntegrationHub.Identity.Standardising;

namespace IntegrationHub.Identity.Blocking;

/// <summary>Estimates how many pairs each key of a catalogue proposes, from whole blocks chosen by the hash of their key.</summary>
internal static class KeySizes
{
    private const int ParallelMin = 10_000;
    private const int WholeUpTo = 200_000;

    /// <summary>Estimates.</summary>
    /// <param name="slots">The records.</param>
    /// <param name="newKeys">Makes a reader of the catalogue's keys for one more thread.</param>
    /// <param name="count">The number of keys in the catalogue.</param>
    /// <param name="blockMax">Records per block: a larger one proposes no more than so many for each of its records.</param>
    /// <returns>The pairs by number of the key, 0 left out.</returns>
    public static double[] Pairs(ReadOnlyMemory<int> slots, Func<IRecordKeys> newKeys, int count, int blockMax)
    {
        // A power of two, so that the sample of a growing store changes rarely.
        var rate = System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(1, slots.Length / WholeUpTo * 2));
        var workers = slots.Length < ParallelMin ? 1 : Math.Clamp(Environment.ProcessorCount, 1, 2);
        var lists = new PostingList[workers];
        Parallel.For(0, workers, worker =>
        {
            var (list, keys) = (new PostingList(0), newKeys());
            var (from, to) = ((int)((long)slots.Length * worker / workers), (int)((long)slots.Length * (worker + 1) / workers));
            foreach (var slot in slots.Span[from..to])
            {
                foreach (var key in keys.Of(slot))
                {
                    if ((StableHash.Mix(key) & (rate - 1)) == 0)
                    {
                        list.Add(key, slot);
                    }
                }
            }

            lists[worker] = list;
        });
        var blocks = FlatBlocks.Build(lists);
        var pairs = new double[count + 1];
        for (var start = 0; start < blocks.Length;)
        {
            var end = blocks.End(start);
            var size = (double)(end - start);
            pairs[BlockKey.Number(blocks.Key(start))] += rate * size * Math.Min(size - 1, blockMax) / 2;
            start = end;
        }

        return pairs;
    }
}
