using IntegrationHub.Core.Records;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Golden;

/// <summary>Decides what a customer has consented to. Per channel and purpose the most restrictive explicit choice wins,
/// unless a newer opt-in of the same source record carries proof. So joining records never widens consent: the opt-in of one
/// record never lifts the refusal of another; and taking them apart gives each its own choices back.</summary>
/// <remarks>Pure and thread-safe.</remarks>
public static class ConsentRule
{
    private const string RestrictiveRule = "the most restrictive explicit choice";
    private const string ProofRule = "a newer opt-in with proof, of the same source record";

    /// <summary>Decides.</summary>
    /// <param name="consents">All choices of the customer's records, with the record's number, in any order.</param>
    /// <returns>One decision per channel and purpose, ordered by both. No decision means that nobody has chosen, which is no consent.</returns>
    public static IReadOnlyList<ConsentDecision> Decide(IReadOnlyList<(long RecordId, Consent Consent)> consents)
    {
        ArgumentNullException.ThrowIfNull(consents);

        var decisions = new List<ConsentDecision>();
        foreach (var group in consents
            .GroupBy(c => (Channel: Fold(c.Consent.Channel), Purpose: Fold(c.Consent.Purpose)))
            .OrderBy(g => g.Key.Channel, StringComparer.Ordinal).ThenBy(g => g.Key.Purpose, StringComparer.Ordinal))
        {
            decisions.Add(Decide(group.Key.Channel, group.Key.Purpose, Newest(group)));
        }

        return decisions;
    }

    private static ConsentDecision Decide(string channel, string purpose, List<(long RecordId, Consent Consent)> newest)
    {
        (long RecordId, Consent Consent)? decisive = null;
        var byProof = false;
        foreach (var record in newest.GroupBy(c => c.RecordId).OrderBy(g => g.Key))
        {
            var (own, isProven) = OfRecord(record);
            if (decisive is null || IsStronger(own, decisive.Value))
            {
                (decisive, byProof) = (own, isProven);
            }
        }

        var by = decisive!.Value;
        var others = newest.Where(c => !ReferenceEquals(c.Consent, by.Consent)).ToList();
        return new ConsentDecision(channel, purpose, by.Consent.Status, by, byProof ? ProofRule : RestrictiveRule, others);
    }

    /// <summary>What one record's own choices come to: its newest refusal, unless an opt-in with proof is newer; else its newest opt-in.</summary>
    private static ((long RecordId, Consent Consent) Choice, bool IsByProof) OfRecord(IEnumerable<(long RecordId, Consent Consent)> newest)
    {
        (long, Consent)? grant = null;
        (long, Consent Consent)? proven = null;
        foreach (var choice in newest)
        {
            if (choice.Consent.Status != ConsentStatus.Granted)
            {
                return proven is { } proof && proof.Consent.GivenAt > choice.Consent.GivenAt ? (proof, true) : (choice, false);
            }

            grant ??= choice;
            if (!string.IsNullOrWhiteSpace(choice.Consent.Proof))
            {
                proven ??= choice;
            }
        }

        return (grant!.Value, false);
    }

    /// <summary>A refusal beats an opt-in; among equals the newer decides, then the smaller record.</summary>
    private static bool IsStronger((long RecordId, Consent Consent) choice, (long RecordId, Consent Consent) than)
    {
        var (refused, wasRefused) = (choice.Consent.Status != ConsentStatus.Granted, than.Consent.Status != ConsentStatus.Granted);
        return refused != wasRefused ? refused : Compare(choice, than) < 0;
    }

    private static List<(long RecordId, Consent Consent)> Newest(IEnumerable<(long RecordId, Consent Consent)> consents)
    {
        var list = consents.ToList();
        list.Sort(Compare);
        return list;
    }

    /// <summary>Newest first, and a full order, so that the order of the input does not matter.</summary>
    private static int Compare((long RecordId, Consent Consent) left, (long RecordId, Consent Consent) right)
    {
        var order = right.Consent.GivenAt.CompareTo(left.Consent.GivenAt);
        order = order != 0 ? order : left.RecordId.CompareTo(right.RecordId);
        order = order != 0 ? order : right.Consent.Status.CompareTo(left.Consent.Status);
        return order != 0 ? order : string.CompareOrdinal(left.Consent.Proof, right.Consent.Proof);
    }

    private static string Fold(string name) => name.Trim().ToLowerInvariant();
}
