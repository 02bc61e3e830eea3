namespace IntegrationHub.Benchmarks.Load.People;

/// <summary>Shuffles a stream within a window of fixed size, so that the records of a person do not lie side by side.</summary>
internal static class ShuffleBuffer
{
    private const int WindowSize = 32_768;
    private const int ShufflePurpose = 5;

    public static IEnumerable<T> Shuffle<T>(IEnumerable<T> items, int seed)
    {
        var dice = new Dice();
        dice.Restart(seed, ShufflePurpose, 0);
        var window = new List<T>(WindowSize);
        foreach (var item in items)
        {
            if (window.Count < WindowSize)
            {
                window.Add(item);
                continue;
            }

            var at = dice.Below(WindowSize);
            yield return window[at];
            window[at] = item;
        }

        while (window.Count > 0)
        {
            var at = dice.Below(window.Count);
            yield return window[at];
            window[at] = window[^1];
            window.RemoveAt(window.Count - 1);
        }
    }
}
