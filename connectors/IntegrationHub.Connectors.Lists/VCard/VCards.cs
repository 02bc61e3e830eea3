using System.Text;
using IntegrationHub.Connectors.Lists.Files;
using IntegrationHub.Connectors.Lists.Reading;

namespace IntegrationHub.Connectors.Lists.VCard;

/// <summary>Cuts a file into cards. Anything that is none comes out as a card with a problem.</summary>
internal sealed class VCards(Utf8Source source, ListPosition start)
{
    private readonly VCardLines _lines = new(source, start.Lines);

    internal ListPosition Position => new(source.Position, _lines.Lines);

    internal VCard? Read()
    {
        var outside = new StringBuilder();
        var first = _lines.Lines + 1;
        while (_lines.Read(isOld: false) is { } line)
        {
            if (!Is(line, "BEGIN"))
            {
                Keep(outside, line);
                continue;
            }

            if (!IsBlank(outside))
            {
                _lines.Back();
                break;
            }

            return ReadCard(line);
        }

        return IsBlank(outside) ? null : new VCard { Line = first, Problem = "it lies outside of any card", Raw = outside.ToString() };
    }

    private VCard ReadCard(string begin)
    {
        var card = new VCard { Line = _lines.Before.Lines + 1 };
        var raw = new StringBuilder(begin).Append('\n');
        var isOld = false;
        var inner = 0;
        var previous = string.Empty;
        while (true)
        {
            if (_lines.Read(isOld) is not { } line)
            {
                card.Problem = "the file ends before the card does; is it cut off?";
                break;
            }

            if (Is(line, "BEGIN") && !previous.StartsWith("AGENT", StringComparison.OrdinalIgnoreCase) && inner == 0)
            {
                _lines.Back();
                card.Problem = "another card begins before this one ends";
                break;
            }

            Keep(raw, line);
            inner += Is(line, "BEGIN") ? 1 : 0;
            if (Is(line, "END") && inner-- == 0)
            {
                break;
            }

            if (inner == 0)
            {
                AddProperty(card, line);
                isOld = card.IsOld;
            }

            previous = line.Length > 0 ? line : previous;
        }

        card.Raw = raw.ToString();
        return card;
    }

    private void AddProperty(VCard card, string line)
    {
        // Some phones write the lines of a picture without a blank before them: a line without a colon is no property.
        if (VCardProperty.Parse(line) is not { } property || VCardLines.IsPassed(property.Name))
        {
            return;
        }

        card.Problem ??= _lines.IsTooLong ? $"a property is longer than {ListLimits.RecordBytesMax} bytes" : null;
        if (card.Properties.Count == ListLimits.CardPropertiesMax)
        {
            card.Problem ??= $"it has more than {ListLimits.CardPropertiesMax} properties";
            return;
        }

        card.Properties.Add(property);
    }

    private static void Keep(StringBuilder raw, string line)
    {
        if (raw.Length + line.Length < ListLimits.RawBytesMax)
        {
            raw.Append(line).Append('\n');
        }
    }

    private static bool IsBlank(StringBuilder text)
    {
        foreach (var chunk in text.GetChunks())
        {
            if (!chunk.Span.Trim().Trim('\uFEFF').IsEmpty)
            {
                return false;
            }
        }

        return true;
    }

    private static bool Is(string line, string word) =>
        line.Trim().Equals($"{word}:VCARD", StringComparison.OrdinalIgnoreCase);
}
