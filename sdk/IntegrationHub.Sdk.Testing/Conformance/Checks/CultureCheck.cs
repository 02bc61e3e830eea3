using System.Globalization;

namespace IntegrationHub.Sdk.Testing.Conformance.Checks;

/// <summary>A hub runs wherever it is installed, under the culture it finds.</summary>
internal sealed class CultureCheck() : SourceCheck("culture", "The machine's culture changes nothing of what is read.")
{
    // A comma for a point, an i without a dot, and calendars of their own.
    private static readonly string[] Cultures = ["de-DE", "tr-TR", "ar-SA", "fa-IR"];

    internal override async Task<Verdict> RunAsync(SourceSubject subject, CancellationToken cancellationToken)
    {
        var plain = await subject.PlainReadAsync(cancellationToken).ConfigureAwait(false);
        var tried = 0;
        foreach (var culture in Cultures.Select(Find).OfType<CultureInfo>())
        {
            MessageCollector read;
            try
            {
                read = await subject.WithinAsync("read", token => ReadAsync(subject, plain.Request, culture, token), cancellationToken).ConfigureAwait(false);
            }
            catch (ConnectorException e)
            {
                throw Wrong(culture, SourceSubject.Describe(e));
            }

            if (PlainRead.DifferenceOfSets(PlainRead.TextsOf(plain.Read), PlainRead.TextsOf(read)) is { } difference)
            {
                throw Wrong(culture, difference);
            }

            tried++;
        }

        return tried > 0 ? Verdict.Passed($"{tried} cultures") : Verdict.NotApplicable("this machine knows no other culture");
    }

    // The culture belongs to this flow of calls alone.
    private static Task<MessageCollector> ReadAsync(SourceSubject subject, ReadRequest request, CultureInfo culture, CancellationToken cancellationToken)
    {
        CultureInfo.CurrentCulture = culture;
        CultureInfo.CurrentUICulture = culture;
        return MessageCollector.TakeAsync(subject.MessagesAsync(request, subject.Settings, subject.Context(), cancellationToken), int.MaxValue);
    }

    private static ConformanceException Wrong(CultureInfo culture, string seen) => Broken.Rule(
        $"under the culture {culture.Name}: {seen}",
        $"the same as ever",
        "pass CultureInfo.InvariantCulture wherever numbers and times become text or text becomes them, and compare with StringComparison.Ordinal.");

    private static CultureInfo? Find(string name)
    {
        try
        {
            return CultureInfo.GetCultureInfo(name, predefinedOnly: true);
        }
        catch (CultureNotFoundException)
        {
            return null; // Stripped-down machines have the invariant culture only.
        }
    }
}
