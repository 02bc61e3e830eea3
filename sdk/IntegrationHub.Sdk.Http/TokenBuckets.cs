using System.Security.Cryptography;
using System.Text;

namespace IntegrationHub.Sdk.Http;

/// <summary>The buckets of this process, one per account and clock.</summary>
internal static class TokenBuckets
{
    private const int CountMax = 1024;

    private static readonly Lock Gate = new();
    private static readonly Dictionary<(string Account, TimeProvider Clock), TokenBucket> Buckets = [];

    internal static TokenBucket For(RateBudget budget, TimeProvider clock)
    {
        var key = (Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(budget.Account))), clock);
        lock (Gate)
        {
            if (!Buckets.TryGetValue(key, out var bucket))
            {
                if (Buckets.Count >= CountMax)
                {
                    DropIdle();
                }

                Buckets[key] = bucket = new TokenBucket(clock);
            }

            bucket.Configure(budget);
            return bucket;
        }
    }

    // A full bucket remembers nothing, so dropping it changes nothing.
    private static void DropIdle()
    {
        foreach (var key in Buckets.Where(b => b.Value.IsIdle()).Select(b => b.Key).ToList())
        {
            Buckets.Remove(key);
        }
    }
}
