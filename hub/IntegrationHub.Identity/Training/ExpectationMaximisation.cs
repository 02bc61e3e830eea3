namespace IntegrationHub.Identity.Training;

/// <summary>
/// Learns how often each level is met within one customer, without labels: EM (Dempster, Laird and Rubin 1977) for a
/// mixture of one customer, one household and strangers, on counts of comparison vectors. Each session has shares of its
/// own; what is learned is common. u and h stay as they are.
/// </summary>
internal static class ExpectationMaximisation
{
    private const int RoundsMax = 60;
    private const double ChangeMax = 1e-4;
    private const double ShareMin = 1e-4;
    private const double Floor = 1e-5;

    /// <summary>Runs EM.</summary>
    /// <param name="sessions">The pairs; their shares are set.</param>
    /// <param name="shares">Starting values; <see cref="LevelShares.M"/> is set.</param>
    /// <param name="isLearned">Which comparisons are learned.</param>
    /// <param name="priorPairs">How many pairs the starting values weigh, per comparison.</param>
    /// <returns>The rounds it took.</returns>
    public static int Run(IReadOnlyList<Session> sessions, LevelShares shares, bool[] isLearned, double priorPairs)
    {
        var start = shares.M.Select(m => m.ToArray()).ToArray();
        for (var round = 1; ; round++)
        {
            var counts = shares.M.Select(m => new double[m.Length]).ToArray();
            var (logM, logU, logH) = (Logs(shares.M), Logs(shares.U), Logs(shares.H));
            foreach (var session in sessions)
            {
                Expect(session, logM, logU, logH, counts);
            }

            if (Maximise(shares.M, start, counts, isLearned, priorPairs) < ChangeMax || round == RoundsMax)
            {
                return round;
            }
        }
    }

    private static void Expect(Session session, double[][] logM, double[][] logU, double[][] logH, double[][] counts)
    {
        double all = 0, match = 0, household = 0;
        var (priorMatch, priorHousehold) = (Math.Log(session.Match), Math.Log(session.Household));
        var priorStranger = Math.Log(Math.Max(ShareMin, 1 - session.Match - session.Household));
        foreach (var (vector, count) in session.Vectors)
        {
            var (m, h, u) = (priorMatch, priorHousehold, priorStranger);
            for (var c = 0; c < counts.Length; c++)
            {
                var place = (session.Excluded >> c & 1) != 0 ? -1 : ComparisonLayout.Place(vector, c);
                if (place >= 0)
                {
                    m += logM[c][place];
                    h += logH[c][place];
                    u += logU[c][place];
                }
            }

            var top = Math.Max(m, Math.Max(h, u));
            var (em, eh, eu) = (Math.Exp(m - top), Math.Exp(h - top), Math.Exp(u - top));
            var p = count * em / (em + eh + eu);
            all += count;
            match += p;
            household += count * eh / (em + eh + eu);
            for (var c = 0; c < counts.Length; c++)
            {
                var place = (session.Excluded >> c & 1) != 0 ? -1 : ComparisonLayout.Place(vector, c);
                if (place >= 0)
                {
                    counts[c][place] += p;
                }
            }
        }

        if (all > 0)
        {
            session.Match = Math.Clamp(match / all, ShareMin, 1 - (3 * ShareMin));
            session.Household = Math.Clamp(household / all, ShareMin, 1 - session.Match - ShareMin);
        }
    }

    private static double Maximise(double[][] shares, double[][] start, double[][] counts, bool[] isLearned, double priorPairs)
    {
        var change = 0d;
        for (var c = 0; c < shares.Length; c++)
        {
            var total = counts[c].Sum() + priorPairs;
            var startTotal = start[c].Sum();
            for (var l = 0; isLearned[c] && l < shares[c].Length; l++)
            {
                var share = Math.Max(Floor, (counts[c][l] + (priorPairs * start[c][l] / startTotal)) / total);
                change = Math.Max(change, Math.Abs(share - shares[c][l]));
                shares[c][l] = share;
            }
        }

        return change;
    }

    private static double[][] Logs(double[][] shares) => [.. shares.Select(s => s.Select(x => Math.Log(Math.Max(x, 1e-7))).ToArray())];
}
