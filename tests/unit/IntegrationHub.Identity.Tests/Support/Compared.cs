using IntegrationHub.Core.Records;

namespace IntegrationHub.Identity.Tests.Support;

/// <summary>Compares two records and writes down what each comparison found.</summary>
internal static class Compared
{
    /// <summary>Writes levels like <c>street exact, houseNumber near</c>.</summary>
    /// <param name="prefix">What all field names of the two records begin with, left out in them and in the result.</param>
    /// <param name="a">A record as <see cref="Lines.Fields"/> reads it.</param>
    /// <param name="b">The other.</param>
    public static string Levels(string prefix, string a, string b)
    {
        var explanation = Explain(Lines.Fields(prefix, a), Lines.Fields(prefix, b));
        return string.Join(", ", explanation.Comparisons.Where(c => c.IsOfValues).Select(c => $"{Short(c.Field, prefix)} {c.Level}"));
    }

    public static PairExplanation Explain(IReadOnlyList<Field> a, IReadOnlyList<Field> b)
    {
        var engine = new IdentityEngine(MatchModel.Shipped);
        engine.Upsert(1, 1, a);
        engine.Upsert(2, 1, b);
        return engine.Explain(1, 2);
    }

    private static string Short(string field, string prefix) =>
        prefix.Length > 0 && field.StartsWith(prefix, StringComparison.Ordinal) ? field[prefix.Length..] : field;
}
