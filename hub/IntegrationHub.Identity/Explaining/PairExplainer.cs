using System.Globalization;
using IntegrationHub.Core.Matching;
using IntegrationHub.Identity.Blocking;
using IntegrationHub.Identity.Clustering;
using IntegrationHub.Identity.Models;
using IntegrationHub.Identity.Scoring;
using IntegrationHub.Identity.Standardising;

namespace IntegrationHub.Identity.Explaining;

/// <summary>Tells the story of one pair's score.</summary>
internal sealed class PairExplainer(WordPool words, TextPool values, MatchModel model, PairScorer scorer, BlockIndex index)
{
    public PairExplanation Explain(RecordTable records, int a, int b, Decision? decision, bool isDeduplicated)
    {
        var isInOrder = records.Compare(a, b) <= 0;
        var (first, second) = isInOrder ? (a, b) : (b, a);
        Span<Step> steps = stackalloc Step[Evidence.StepsMax];
        var evidence = scorer.Start(steps);
        scorer.Compare(records.Profile(first), records.Profile(second), ref evidence);
        var comparisons = new List<FieldComparison>();
        foreach (var step in evidence.Steps)
        {
            comparisons.Add(Describe(step, isInOrder));
        }

        AddCaps(scorer.Caps(evidence), comparisons);
        var rivals = scorer.Judge(ref evidence);
        var bits = rivals.Bits;
        comparisons.Add(new FieldComparison(
            "household", FieldComparison.RivalLevel, string.Empty, string.Empty, bits - rivals.Stranger, "they may be two people of one home or office instead"));
        var walls = evidence.Walls | (isDeduplicated ? Walls.DeduplicatedSource : Walls.None)
            | (decision is { IsSame: false } ? Walls.Decision : Walls.None);
        var outcome = Outcome(bits, walls, decision);
        var keys = SharedKeys(a, b);
        return new PairExplanation(
            records.Id(a), records.Id(b), Doubt.Probability(bits), bits, rivals.Stranger, rivals.Household, model.Limits.Prior, model.Limits.Threshold,
            comparisons, keys, WallTexts.Of(walls), decision, outcome, Summary(outcome, bits, walls, decision, keys));
    }

    private MatchOutcome Outcome(double bits, Walls walls, Decision? decision)
    {
        if (decision is not null)
        {
            return decision.IsSame ? MatchOutcome.Link : MatchOutcome.Apart;
        }

        return walls != Walls.None ? MatchOutcome.Apart
            : bits >= model.Limits.Threshold ? MatchOutcome.Link
            : bits >= model.Limits.Review ? MatchOutcome.Review
            : MatchOutcome.Apart;
    }

    private FieldComparison Describe(in Step step, bool isInOrder)
    {
        var field = model.ComparisonOf(step.Level);
        var level = MatchModel.LevelOf(step.Level);
        var (a, b) = (Text(step.Level, step.A), Text(step.Level, step.B));
        return new FieldComparison(field, level, isInOrder ? a : b, isInOrder ? b : a, step.Bits, LevelReasons.Of(step.Level, level));
    }

    private string Text(Level level, int text)
    {
        if (text == 0)
        {
            return string.Empty;
        }

        return level switch
        {
            Level.GenderSame or Level.GenderDifferent => text == GenderStandardiser.Male ? "male" : "female",
            Level.GenerationDifferent => text == 1 ? "senior" : text == 2 ? "junior" : text.ToString(CultureInfo.InvariantCulture),
            Level.KindDifferent => ((RecordKind)text).ToString(),
            >= Level.BirthExact and <= Level.PhoneDifferent or >= Level.ExclusiveExact and <= Level.AttributeDifferent => values.Text(text).ToString(),
            _ when (int)level >= LevelNames.Count => values.Text(text).ToString(),
            _ => words.Text(text).ToString(),
        };
    }

    private static void AddCaps(in GroupCaps caps, List<FieldComparison> comparisons)
    {
        Add("cap: address", caps.Address, "the parts of an address depend on each other");
        Add("cap: contact", caps.Contact, "phone and address depend on each other");
        Add("cap: name and email", caps.NameContact, "an e-mail address often holds the name");

        void Add(string field, float bits, string why)
        {
            if (bits != 0)
            {
                comparisons.Add(new FieldComparison(field, FieldComparison.LimitLevel, string.Empty, string.Empty, -bits, why));
            }
        }
    }

    private List<string> SharedKeys(int a, int b)
    {
        var (keysA, keysB) = (new HashSet<ulong>(), new List<ulong>());
        index.CollectKeys(a, keysA);
        index.CollectKeys(b, keysB);
        return [.. keysB.Where(keysA.Contains).Select(key => model.Plan.TextOf(BlockKey.Number(key))).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    private string Summary(MatchOutcome outcome, double bits, Walls walls, Decision? decision, List<string> keys)
    {
        if (decision is not null)
        {
            return decision.IsSame ? "A person decided that they are the same." : "A person decided that they are not the same.";
        }

        var score = string.Create(CultureInfo.InvariantCulture, $"score {bits:0.0} bits, threshold {model.Limits.Threshold:0.0}");
        var reach = keys.Count == 0 ? " No key reaches this pair: it is only compared when other records bring the two together." : string.Empty;
        return walls != Walls.None
            ? $"Apart, {score}: {string.Join("; ", WallTexts.Of(walls))}.{reach}"
            : $"{(outcome == MatchOutcome.Link ? "Linked" : outcome == MatchOutcome.Review ? "For review" : "Apart")}, {score}.{reach}";
    }
}
