using IntegrationHub.Identity;
using IntegrationHub.Sync.Admin;

namespace IntegrationHub.Cli.Verbs.Matching;

/// <summary>Says why two records are not one customer.</summary>
internal static class ApartText
{
    public static object Document(NamedApartReason named) => new
    {
        cause = named.Reason.Cause,
        costliest = named.Reason.Costliest is { } c ? new { c.Field, c.Level, c.Bits } : null,
        walls = named.Reason.Walls,
        meanBits = named.Reason.MeanBits,
        floorBits = named.Reason.FloorBits,
        worst = named.Worst is { } w ? new { recordA = w.RecordA.ToString(), recordB = w.RecordB.ToString(), bits = named.Reason.Worst!.Bits } : null,
        rival = named.Rival.Select(r => r.ToString()),
        text = Of(named),
    };

    public static string Of(NamedApartReason named) => named.Reason.Cause switch
    {
        ApartCause.Decision => named.Worst is null
            ? "a person decided so."
            : $"a person decided that {Worst(named)} are not the same, and the two customers hold these.",
        ApartCause.Wall => named.Worst is null
            ? $"{string.Join("; ", named.Reason.Walls)}."
            : $"the pair links, but the records around it are forbidden to be one customer, foremost {Worst(named)}: {string.Join("; ", named.Reason.Walls)}.",
        ApartCause.Score => named.Reason.Costliest is { } cost
            ? $"the score is too low; {cost.Field} {cost.Level} cost most ({BitsText.Of(cost.Bits)} bits)."
            : "the score is too low; nothing speaks against the pair, but the two have too little in common.",
        ApartCause.NoKey => "the pair would link, but no key proposes it, and no other records lead from one to the other.",
        ApartCause.Guard =>
            $"the pair links, but the mean over the records of both groups is {BitsText.Of(named.Reason.MeanBits!.Value)} and must be above {BitsText.Of(named.Reason.FloorBits!.Value)}; worst are {Worst(named)}.",
        ApartCause.Ambiguous =>
            $"one of the two could as well belong to {string.Join(", ", named.Rival)}, which cannot be one customer with the other. Decide with: hub match always RECORD1 RECORD2",
        _ => "changes wait for their resolution, which joins the two.",
    };

    private static string Worst(NamedApartReason named) =>
        $"{named.Worst!.Value.RecordA} and {named.Worst.Value.RecordB} ({BitsText.Of(named.Reason.Worst!.Bits)} bits)";
}
