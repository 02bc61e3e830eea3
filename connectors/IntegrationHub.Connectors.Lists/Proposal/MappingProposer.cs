using IntegrationHub.Connectors.Lists.Mapping;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Connectors.Lists.Proposal;

/// <summary>Proposes a mapping from the header and the first values. The same file always gives the same proposal,
/// as long as its first rows stay.</summary>
internal sealed class MappingProposer(DateReader dates, DateTimeOffset now)
{
    private readonly List<string> _places = [];
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    internal MappingDocument Propose(IReadOnlyList<ColumnSample> columns)
    {
        var meanings = columns.Select(c => HeaderRules.Read(c.Name)).ToList();
        var key = KeyOf(columns, meanings);
        foreach (var meaning in meanings.Where(m => m.Field is not null))
        {
            _taken.Add(meaning.Field!);
        }

        var document = new MappingDocument();
        for (var i = 0; i < columns.Count; i++)
        {
            if (i == key)
            {
                document.Key.Add(columns[i].Name);
                continue;
            }

            var field = Settle(meanings[i].Field, columns[i]) ?? FromValues(columns[i]);
            document.Columns.Add((columns[i].Name, Target(field, meanings[i].Place, columns[i])));
        }

        return document;
    }

    // The first column that a header calls an id and whose values are all there and all different.
    private static int KeyOf(IReadOnlyList<ColumnSample> columns, List<HeaderMeaning> meanings)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            if (meanings[i].Field == HeaderPhrases.Id && columns[i].Blank == 0 && columns[i].IsUnique)
            {
                return i;
            }
        }

        return -1;
    }

    private string? Settle(string? field, ColumnSample column) => field switch
    {
        HeaderPhrases.Id or HeaderPhrases.Other => null,
        _ when field?.StartsWith(PersonFields.ConsentPrefix, StringComparison.Ordinal) == true =>
            ValueShapes.AreConsents(column) ? field : null,
        HeaderPhrases.Title => ValueShapes.AreSalutations(column) ? PersonFields.NamePrefix
            : column.Values.Count > 0 ? PersonFields.JobTitle : null,
        HeaderPhrases.NameOrPart when HeaderWords.Split(column.Name) is ["nombre"] && _taken.Contains(PersonFields.NameFamily) => PersonFields.NameGiven,
        HeaderPhrases.NameOrPart when _taken.Contains(PersonFields.NameGiven) && !_taken.Contains(PersonFields.NameFamily) => PersonFields.NameFamily,
        HeaderPhrases.NameOrPart => PersonFields.NameFull,
        MappingTarget.UpdatedAt => _taken.Add("updatedAt used") ? field : null,
        _ => field,
    };

    private string? FromValues(ColumnSample column)
    {
        var field = ValueShapes.AreEmails(column) ? PersonFields.Email
            : ValueShapes.AreUrls(column) ? PersonFields.Url
            : ValueShapes.ArePhones(column) && !IsDescribed(column) ? PersonFields.Phone
            : !_taken.Contains(PersonFields.BirthDate) && ValueShapes.AreBirthDates(column, dates, now) ? PersonFields.BirthDate
            : !_taken.Contains(PersonFields.AddressPostalCode) && ValueShapes.ArePostalCodes(column, IsNextToCity) ? PersonFields.AddressPostalCode
            : null;
        if (field is PersonFields.BirthDate or PersonFields.AddressPostalCode)
        {
            _taken.Add(field);
        }

        return field;
    }

    private bool IsNextToCity => _taken.Contains(PersonFields.AddressLocality) || _taken.Contains(PersonFields.AddressRegion);

    // A fax number looks like a phone number; its header says that it is none.
    private static bool IsDescribed(ColumnSample column) =>
        HeaderWords.Split(column.Name).Exists(static w => w is "fax" or "telefax" or "pager" or "assistant" or "manager");

    private MappingTarget Target(string? field, string place, ColumnSample column)
    {
        if (field is null)
        {
            return new MappingTarget(PersonFields.Attribute(HeaderWords.ToCamelCase(column.Name)), 0);
        }

        var target = new MappingTarget(field, 0);
        if (!target.IsAddress)
        {
            return target;
        }

        var group = _places.IndexOf(place);
        if (group < 0 && _places.Count < ListLimits.AddressesMax)
        {
            group = _places.Count;
            _places.Add(place);
        }

        return target with { Group = Math.Max(group, 0) };
    }
}
