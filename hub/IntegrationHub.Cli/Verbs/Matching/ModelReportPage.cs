using System.Globalization;
using IntegrationHub.Cli.Printing;
using IntegrationHub.Identity;
using IntegrationHub.Sync.Admin;
using IntegrationHub.Sync.Resolving;

namespace IntegrationHub.Cli.Verbs.Matching;

/// <summary>Shows what another model does, or would do, to the customers.</summary>
internal static class ModelReportPage
{
    private const int CustomersMax = 5;
    private const int WeightsMax = 20;

    public static object ViewOf(ModelReport report, bool isDryRun)
    {
        var (outcome, difference) = (report.Outcome, report.Outcome.Difference);
        return new
        {
            dryRun = isDryRun,
            epoch = outcome.Epoch,
            records = outcome.Records,
            changes = outcome.Changes,
            customersBefore = difference.CustomersBefore,
            customersAfter = difference.CustomersAfter,
            stay = difference.Stay,
            merge = difference.Merge,
            split = difference.Split,
            worst = report.Worst.Select(w => new { before = w.Before.Select(Of), after = w.After.Select(Of), moved = w.Moved }),
            weights = outcome.Weights,
            training = outcome.Training,
        };
    }

    public static void Write(Page page, ModelReport report, bool isDryRun)
    {
        var (outcome, difference) = (report.Outcome, report.Outcome.Difference);
        page.Line(string.Create(
            CultureInfo.InvariantCulture,
            $"{outcome.Records:N0} records: {difference.CustomersBefore:N0} customers before, {difference.CustomersAfter:N0} after. {difference.Stay:N0} stay, {difference.Merge:N0} merge, {difference.Split:N0} split."));
        WriteTraining(page, outcome.Training);
        if (report.Worst.Count > 0)
        {
            page.Line();
            page.Table(
                ["MOVED", "BEFORE (RECORDS)", "AFTER (RECORDS)"],
                [.. report.Worst.Select(w => (IReadOnlyList<string>)[w.Moved.ToString(CultureInfo.InvariantCulture), Customers(w.Before), Customers(w.After)])]);
        }

        if (outcome.Weights.Count > 0)
        {
            page.Line();
            WriteWeights(page, [.. outcome.Weights.Take(WeightsMax)]);
            page.Line(outcome.Weights.Count > WeightsMax ? $"and {outcome.Weights.Count - WeightsMax} more weights differ less." : string.Empty);
        }

        page.Line(isDryRun
            ? $"Dry run: nothing was changed, epoch {outcome.Epoch} stays in use."
            : string.Create(CultureInfo.InvariantCulture, $"Epoch {outcome.Epoch} is in use; {outcome.Changes:N0} changes to customers."));
    }

    /// <summary>Says what a model was learned from, and what its keys miss.</summary>
    public static void WriteTraining(Page page, TrainingFigures? training)
    {
        if (training is not null)
        {
            page.Line(string.Create(
                CultureInfo.InvariantCulture,
                $"Learned from {training.SampledPairs:N0} pairs around {training.SampledRecords:N0} of {training.Records:N0} records. Its keys propose up to {training.CandidatePairs:N0} wrong pairs and miss about {training.Unreached:P1} of the true ones."));
        }
    }

    public static void WriteWeights(Page page, IReadOnlyList<WeightChange> weights) => page.Table(
        ["COMPARISON", "LEVEL", "BITS BEFORE", "BITS AFTER"],
        [.. weights.Select(w => (IReadOnlyList<string>)[w.Comparison, w.Level, Bits(w.Before), Bits(w.After)])]);

    private static object Of((Guid CustomerId, int Records) customer) => new { customer = customer.CustomerId, records = customer.Records };

    private static string Customers(IReadOnlyList<(Guid CustomerId, int Records)> customers)
    {
        var shown = string.Join(", ", customers.Take(CustomersMax).Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.CustomerId} ({c.Records})")));
        return customers.Count > CustomersMax ? $"{shown} and {customers.Count - CustomersMax} more" : shown;
    }

    private static string Bits(double? bits) => bits?.ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture) ?? "-";
}
