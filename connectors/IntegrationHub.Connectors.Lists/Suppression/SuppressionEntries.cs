using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Connectors.Lists.Suppression;

/// <summary>Turns what a list says about a person into an entry of a suppression list: addresses and numbers, and a refusal for each
/// channel. A name is kept only with a postal address that it makes an entry with; nothing else is.</summary>
internal sealed class SuppressionEntries
{
    private const string Purpose = "marketing";
    private const int ChannelsMax = 16;

    private readonly string[] _consents;

    internal SuppressionEntries(string channels)
    {
        var names = channels.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (names.Length is 0 or > ChannelsMax || !Array.TrueForAll(names, static n => n.All(char.IsAsciiLetterOrDigit)))
        {
            throw ConnectorException.Configuration("channels", "'channels' names no channels.", "Write them with commas between, such as email,sms,phone,post.");
        }

        _consents = [.. names.Select(static n => PersonFields.Consent(n.ToLowerInvariant(), Purpose)).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Makes the entry; messages of other kinds stay as they are.</summary>
    internal Message Of(Message message)
    {
        if (message is not PersonRecord person)
        {
            return message;
        }

        var entry = new PersonRecord(person.Stream, person.Key) { UpdatedAt = person.UpdatedAt };
        foreach (var field in person.Fields)
        {
            _ = field.Field switch
            {
                PersonFields.Email => entry.Add(PersonFields.SuppressedEmail, field.Value),
                PersonFields.Phone => entry.Add(PersonFields.SuppressedPhone, field.Value),
                _ => entry,
            };
        }

        PostalEntry.AddTo(entry, person);
        if (entry.Fields.Count == 0)
        {
            return new RejectedRecord(
                person.Stream,
                "An entry of the suppression list holds no e-mail address, no phone number, and not all of family name, street and postal code.")
            {
                Key = person.Key,
            };
        }

        foreach (var consent in _consents)
        {
            entry.Add(consent, "denied");
        }

        return entry;
    }
}
