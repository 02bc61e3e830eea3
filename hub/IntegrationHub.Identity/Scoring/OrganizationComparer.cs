using IntegrationHub.Identity.Models;
using IntegrationHub.Identity.Standardising;

namespace IntegrationHub.Identity.Scoring;

/// <summary>Compares organizations: weakly as employers of people, fully as the names of companies.</summary>
internal static class OrganizationComparer
{
    public static void Compare(WordPool words, ReadOnlySpan<int> a, ReadOnlySpan<int> b, bool areCompanies, ref Evidence evidence)
    {
        var best = default(Step);
        for (var restA = a; restA.Length > 0; restA = restA[restA[0]..])
        {
            for (var restB = b; restB.Length > 0; restB = restB[restB[0]..])
            {
                var viewA = new OrganizationView(restA);
                var viewB = new OrganizationView(restB);
                if (viewA.Joined == 0 || viewB.Joined == 0)
                {
                    continue;
                }

                var level = Grade(words, viewA, viewB);
                level = areCompanies ? level : AsEmployer(level);
                var bits = evidence.Weight(level);
                best = best.A == 0 || bits > best.Bits ? new Step(level, bits, viewA.Joined, viewB.Joined) : best;
            }
        }

        if (best.A != 0)
        {
            evidence.Set(Comparison.Organization, best.Level, best.Bits, best.A, best.B);
        }
    }

    private static Level AsEmployer(Level level) => level switch
    {
        Level.CompanyExact => Level.EmployerExact,
        Level.CompanyContained or Level.CompanyNear => Level.EmployerSimilar,
        _ => Level.EmployerDifferent,
    };

    private static Level Grade(WordPool words, in OrganizationView a, in OrganizationView b)
    {
        if (a.Joined == b.Joined)
        {
            return Level.CompanyExact;
        }

        if (WordComparer.Grade(words, a.Joined, b.Joined, soundsAlike: false) == TextLikeness.Near)
        {
            return Level.CompanyNear;
        }

        var shorter = a.Words.Length <= b.Words.Length ? a.Words : b.Words;
        var longer = a.Words.Length <= b.Words.Length ? b.Words : a.Words;
        var found = 0;
        foreach (var word in shorter)
        {
            found += HasLike(words, word, longer) ? 1 : 0;
        }

        return found == shorter.Length && found > 0 ? (found > 1 ? Level.CompanyContained : Level.CompanyPart)
            : found > 0 ? Level.CompanyPart
            : Level.CompanyDifferent;
    }

    private static bool HasLike(WordPool words, int word, ReadOnlySpan<int> others)
    {
        foreach (var other in others)
        {
            if (WordComparer.Grade(words, word, other, soundsAlike: false) >= TextLikeness.Similar)
            {
                return true;
            }
        }

        return false;
    }
}
