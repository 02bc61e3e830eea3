using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Golden.Selection;

/// <summary>The factors of a value's score.</summary>
internal static class Scores
{
    private const double AgreementPerSource = 0.25;
    private const int AgreeingSourcesMax = 4;

    /// <summary>Trust × decay by age; the age is counted from the customer's newest record, so that no clock is needed.</summary>
    internal static double TrustAndAge(in RecordSet set, int record, string field, FieldPolicy policy, out double trust)
    {
        var input = set[record];
        trust = set.Policy.Trust(input.SourceName, field, input.Trust);
        var ageDays = (set.NewestTicks - input.Record.EffectiveAt.UtcTicks) / (double)TimeSpan.TicksPerDay;
        return policy.HalfLifeDays <= 0 || ageDays <= 0 ? trust : trust * Math.Pow(2, -ageDays / policy.HalfLifeDays);
    }

    /// <summary>How much further sources that say the same add.</summary>
    internal static double Agreement(ulong sources) =>
        1 + (AgreementPerSource * Math.Min(System.Numerics.BitOperations.PopCount(sources) - 1, AgreeingSourcesMax));

    /// <summary>How much a value looks like what its field should hold, 0 to 1.</summary>
    internal static double Validity(string field, string value)
    {
        switch (field)
        {
            case PersonFields.Email:
                return value.LastIndexOf('@') is > 0 and var at && value.IndexOf('.', at) > at && !value.Contains(' ', StringComparison.Ordinal) ? 1 : 0.1;
            case PersonFields.Phone:
                return value.StartsWith('+') ? 1 : 0.2;
            case PersonFields.BirthDate:
                return value.Length != 10 || value[4] != '-' ? 0.1
                    : value is "1900-01-01" or "1970-01-01" or "1901-01-01" or "2000-01-01" || value.StartsWith("0001", StringComparison.Ordinal) ? 0.2
                    : 1;
            default:
                return Placeholders.Contains(value) ? 0.05 : 1;
        }
    }
}
