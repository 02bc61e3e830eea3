using IntegrationHub.Connectors.Email.People;
using IntegrationHub.Connectors.Email.Reading;
using IntegrationHub.Connectors.Email.Requests;

namespace IntegrationHub.Connectors.Email.Spam;

/// <summary>Judges by the headers of a mail whether it is unasked advertising: a logistic regression with few features, whose
/// weights were learned on half of the public SpamAssassin corpus (a test learns them again and compares).</summary>
internal static class SpamScore
{
    /// <summary>Log-odds above which a mail counts as advertising: a mail that shows nothing but an address without a name stays below.</summary>
    internal const double Threshold = 0.8;

    private static readonly double[] Weights = SpamWeights.Values;

    /// <summary>Says whether a mail is advertising. A request to unsubscribe never is.</summary>
    internal static bool IsSpam(Mail mail, OwnAddresses own) => Of(mail, own) > Threshold && !UnsubscribeRequest.IsByHeaders(mail);

    internal static double Of(Mail mail, OwnAddresses own)
    {
        Span<bool> features = stackalloc bool[SpamFeatures.Names.Length];
        SpamFeatures.Read(mail, own, features);
        var sum = 0.0;
        for (var i = 0; i < features.Length; i++)
        {
            sum += features[i] ? Weights[i] : 0;
        }

        return sum;
    }
}
