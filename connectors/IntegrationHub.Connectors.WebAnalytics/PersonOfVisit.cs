using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Connectors.WebAnalytics;

/// <summary>Who a visit belongs to: the site told Matomo a user id, or nobody is known.</summary>
internal static class PersonOfVisit
{
    internal const string Stream = "people";

    private const int KeyLengthMax = 500;

    internal static string? KeyOf(MatomoVisit visit) =>
        visit.UserId is { Length: <= KeyLengthMax } userId ? "user:" + userId : null;

    internal static void Attach(InteractionRecord interaction, MatomoVisit visit)
    {
        interaction.PersonKey = KeyOf(visit);
        interaction.PersonStream = interaction.PersonKey is null ? null : Stream;

        // Kept for anonymous visits too: the visitor may be identified later.
        if (visit.VisitorId is { } visitorId)
        {
            interaction.Details["visitorId"] = visitorId;
        }
    }

    /// <summary>Sites use all kinds of things as a user id; only what plainly is an e-mail address is taken for one.</summary>
    internal static bool IsEmail(string userId)
    {
        var at = userId.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && at == userId.LastIndexOf('@') && userId.IndexOf('.', at) > at + 1 && userId[^1] != '.'
            && !userId.Any(c => char.IsWhiteSpace(c) || char.IsControl(c));
    }
}
