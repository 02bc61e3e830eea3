using System.Globalization;
using IntegrationHub.Connectors.Email.Mailboxes;
using IntegrationHub.Connectors.Email.Reading;

namespace IntegrationHub.Connectors.Email;

/// <summary>What a check tells the admin beside its result.</summary>
internal static class MailboxWarnings
{
    private const int NamesMax = 5;

    internal static List<string> Of(MailboxSettings settings, MailPlaceFinder finder, MailboxSample sample)
    {
        var warnings = new List<string>();
        if (settings.OwnAddresses.Count == 0)
        {
            warnings.Add(sample.OwnAddresses.Count == 0
                ? "No own addresses are set and none could be guessed: every mail counts as incoming. Set ownAddresses."
                : $"No own addresses are set; guessed from the first mails: {string.Join(", ", sample.OwnAddresses)}. Set ownAddresses to be sure.");
        }

        if (finder.LeftOut.Count > 0)
        {
            var more = finder.LeftOut.Count > NamesMax ? ", ..." : string.Empty;
            warnings.Add($"Left out because of their names: {string.Join(", ", finder.LeftOut.Take(NamesMax))}{more}.");
        }

        if (finder.Places.Count > MailState.PlacesMax)
        {
            warnings.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"{finder.Places.Count} places were found; how far a place was read is remembered for {MailState.PlacesMax}, the others are read whole each time."));
        }

        if (sample.Broken > 0)
        {
            warnings.Add(string.Create(CultureInfo.InvariantCulture, $"{sample.Broken} of the first {sample.Mails} mails have no headers and will be set aside."));
        }

        return warnings;
    }
}
