using IntegrationHub.Identity.Models;

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
    private const double NamesTimes = 5;
    private const double ShareMin = 1e-4;
    private const double Floor = 1e-5;

    /// <summary>Runs EM.</summary>
    /// <param name="sessions">The pairs; their shares are set.</param>
    /// <param name="shares">Starting values; <see cref="LevelShares.M"/> is set.</param>
    /// <param name="learned">The levels of each comparison that is learned.</param>
    /// <param name="priorPairs">How many pairs the starting values weigh, per comparison.</param>
    /// <returns>The rounds it took.</returns>
    public static int Run(IReadOnlyList<Session> sessions, LevelShares shares, IReadOnlyList<Level[]> learned, double priorPairs)
    {
        var start = shares.M.ToArray();
        var counts = new double[start.Length];
        var parts = sessions.Select(_ => new double[start.Length]).ToArray();
        for (var round = 1; ; round++)
        {
            var (m, u, h) = (Logs(shares.M), Logs(shares.U), Logs(shares.H));
            Parallel.For(0, parts.Length, TwoCores.Options(), i => Expect(sessions[i], m, u, h, parts[i]));

            // Added up in one order, whichever session was done first.
            for (var level = 0; level < counts.Length; level++)
            {
                counts[level] = parts.Sum(part => part[level]);
            }

            if (Maximise(shares.M, start, counts, learned, priorPairs) < ChangeMax || round == RoundsMax)
            {
                return round;
            }
        }
    }

    private static void Expect(Session session, double[] logM, double[] logU, double[] logH, double[] counts)
    {
        Array.Clear(counts);
        double all = 0, match = 0, household = 0;
        var (priorMatch, priorHousehold) = (Math.Log(session.Match), Math.Log(session.Household));
        var priorStranger = Math.Log(Math.Max(ShareMin, 1 - session.Match - session.Household));
        for (var i = 0; i < session.Count; i++)
        {
            var (m, h, u) = (priorMatch, priorHousehold, priorStranger);
            var levels = session.Levels(i);
            foreach (var level in levels)
            {
                m += logM[level];
                h += logH[level];
                u += logU[level];
            }

            var top = Math.Max(m, Math.Max(h, u));
            var (em, eh, eu) = (Math.Exp(m - top), Math.Exp(h - top), Math.Exp(u - top));
            var pairs = session.Pairs(i);
            var p = pairs * em / (em + eh + eu);
            all += pairs;
            match += p;
            household += pairs * eh / (em + eh + eu);
            foreach (var level in levels)
            {
                counts[level] += p;
            }
        }

        if (all > 0)
        {
            session.Match = Math.Clamp(match / all, ShareMin, 1 - (3 * ShareMin));
            session.Household = Math.Clamp(household / all, ShareMin, 1 - session.Match - ShareMin);
        }
    }

    private static double Maximise(double[] shares, double[] start, double[] counts, IReadOnlyList<Level[]> learned, double priorPairs)
    {
        var change = 0d;
        foreach (var levels in learned)
        {
            // How people's names are written differs less from base to base than how well the rest is kept.
            var weight = levels[0] is Level.GivenExact or Level.FamilyExact ? priorPairs * NamesTimes : priorPairs;
            double total = weight, startTotal = 0;
            foreach (var level in levels)
            {
                total += counts[(int)level];
                startTotal += start[(int)level];
            }

            foreach (int level in levels)
            {
                var share = Math.Max(Floor, (counts[level] + (weight * start[level] / startTotal)) / total);
                change = Math.Max(change, Math.Abs(share - shares[level]));
                shares[level] = share;
            }
        }

        return change;
    }

    private static double[] Logs(double[] shares) => Array.ConvertAll(shares, s => Math.Log(Math.Max(s, 1e-7)));
}
