using System.Globalization;
using IntegrationHub.Connectors.Lists.Files;
using IntegrationHub.Connectors.Lists.Mapping;
using IntegrationHub.Connectors.Lists.Reading;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Connectors.Lists.VCard;

/// <summary>Reads the people of a file of business cards.</summary>
internal sealed class VCardListReader(string stream, string file, Utf8Source source, DateReader dates, ListPosition start) : ListReader
{
    private readonly VCards _cards = new(source, start);

    internal override ListPosition Position => _cards.Position;

    internal override Message? Read(CancellationToken cancellationToken)
    {
        while (_cards.Read() is { } card)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (card.Problem is { } problem)
            {
                return Reject(card, problem);
            }

            var person = VCardPerson.Of(card, dates);
            if (person.IsNoPerson)
            {
                continue;
            }

            var key = person.Uid ?? (person.Values.Count > 0 ? person.ContentKey() : null);
            return key is null ? Reject(card, "it holds no value that can be read")
                : key.Length > ListLimits.KeyCharsMax ? Reject(card, $"its UID is longer than {ListLimits.KeyCharsMax} characters")
                : HasNul(person, key) ? Reject(card, "it holds a NUL character; is the file damaged or its encoding another?")
                : person.ToRecord(stream, key);
        }

        return null;
    }

    protected override void Dispose(bool disposing) => source.Dispose();

    private static bool HasNul(VCardPerson person, string key) =>
        key.Contains('\0', StringComparison.Ordinal) || person.Values.Any(v => v.Value.Contains('\0', StringComparison.Ordinal));

    private RejectedRecord Reject(VCard card, string problem) =>
        new(stream, string.Create(CultureInfo.InvariantCulture, $"Card at line {card.Line} of {file}: {problem}."), card.Raw);
}
