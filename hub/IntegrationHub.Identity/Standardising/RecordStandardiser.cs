using IntegrationHub.Core.Records;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Identity.Standardising;

/// <summary>Turns the fields of a record into a <see cref="Profile"/>. Reuses its buffers; one thread at a time.</summary>
internal sealed class RecordStandardiser(WordPool words, TextPool values, FieldNames names)
{
    private const int AddressesMax = 4;
    private const int NamesMax = 4;
    private const int RepeatsMax = 8;
    private const int AttributesMax = 16;

    private readonly NameStandardiser _names = new(words);
    private readonly AddressStandardiser _addresses = new(words);
    private readonly OrganizationStandardiser _organizations = new(words);
    private readonly IdentifierStandardiser _identifiers = new(values, names);
    private readonly AddressParts[] _parts = [new(), new(), new(), new()];
    private readonly List<string> _given = [];
    private readonly List<string> _middle = [];
    private readonly List<string> _family = [];
    private readonly List<string> _suffix = [];
    private readonly List<string> _full = [];
    private readonly List<string> _emails = [];
    private readonly List<string> _phones = [];
    private readonly List<string> _companies = [];
    private readonly List<(string Namespace, string Value)> _ids = [];
    private readonly List<(string Name, string Value)> _attributes = [];
    private readonly IntBuffer _output = new();
    private string? _birthDate;
    private string? _gender;

    public int[] Standardise(IReadOnlyList<Field> fields)
    {
        Clear();
        for (var i = 0; i < fields.Count; i++)
        {
            Sort(fields[i]);
        }

        for (var i = 0; i < Profile.HeaderLength; i++)
        {
            _output.Add(0);
        }

        var generation = WriteNames(out var hasName);
        WriteRest();
        WriteBirth();
        var kind = hasName ? RecordKind.Person : _companies.Count > 0 ? RecordKind.Company : RecordKind.Unknown;
        _output[Profile.TraitsAt] = (int)kind | (GenderStandardiser.Read(_gender) << 2) | (generation << 4);
        return _output.ToArray();
    }

    private void Clear()
    {
        foreach (var list in (ReadOnlySpan<List<string>>)[_given, _middle, _family, _suffix, _full, _emails, _phones, _companies])
        {
            list.Clear();
        }

        foreach (var parts in _parts)
        {
            parts.Clear();
        }

        _ids.Clear();
        _attributes.Clear();
        _output.Clear();
        _birthDate = _gender = null;
    }

    private void Sort(in Field field)
    {
        if (string.IsNullOrWhiteSpace(field.Value))
        {
            return;
        }

        switch (field.Name)
        {
            case PersonFields.NameGiven: Keep(_given, field.Value); break;
            case PersonFields.NameMiddle: Keep(_middle, field.Value); break;
            case PersonFields.NameFamily: Keep(_family, field.Value); break;
            case PersonFields.NameSuffix: Keep(_suffix, field.Value); break;
            case PersonFields.NameFull when OrganizationStandardiser.HasLegalForm(field.Value): Keep(_companies, field.Value); break;
            case PersonFields.NameFull: Keep(_full, field.Value); break;
            case PersonFields.Email: Keep(_emails, field.Value); break;
            case PersonFields.Phone: Keep(_phones, field.Value); break;
            case PersonFields.Organization: Keep(_companies, field.Value); break;
            case PersonFields.BirthDate: _birthDate ??= field.Value; break;
            case PersonFields.Gender: _gender ??= field.Value; break;
            default: SortPrefixed(field); break;
        }
    }

    private void SortPrefixed(in Field field)
    {
        if (field.Name.StartsWith("address.", StringComparison.Ordinal))
        {
            _parts[Math.Clamp(field.Group, 0, AddressesMax - 1)].Set(field.Name, field.Value);
        }
        else if (field.Name.StartsWith(PersonFields.IdentifierPrefix, StringComparison.Ordinal) && _ids.Count < RepeatsMax)
        {
            _ids.Add((field.Name[PersonFields.IdentifierPrefix.Length..], field.Value));
        }
        else if (field.Name.StartsWith(PersonFields.AttributePrefix, StringComparison.Ordinal) && _attributes.Count < AttributesMax)
        {
            _attributes.Add((field.Name[PersonFields.AttributePrefix.Length..], field.Value));
        }
    }

    private static void Keep(List<string> list, string value)
    {
        if (list.Count < RepeatsMax && !list.Contains(value, StringComparer.Ordinal))
        {
            list.Add(value);
        }
    }

    private int WriteNames(out bool hasName)
    {
        var generation = 0;
        var count = 0;
        for (var i = 0; i < NamesMax && (i < _given.Count || i < _family.Count); i++)
        {
            count += _names.WriteParts(At(_given, i), At(_middle, i), At(_family, i), At(_suffix, i), _output) ? 1 : 0;
            generation = generation == 0 ? _names.Generation : generation;
        }

        for (var i = 0; i < _full.Count && count < NamesMax; i++)
        {
            count += _names.WriteWhole(_full[i], _output) ? 1 : 0;
            generation = generation == 0 ? _names.Generation : generation;
        }

        hasName = count > 0;
        _output[Profile.FirstEndAt] = _output.Count;
        return generation;
    }

    private static string? At(List<string> list, int index) => index < list.Count ? list[index] : null;

    private void WriteRest()
    {
        foreach (var email in _emails)
        {
            EmailStandardiser.Write(email, _output.Span[Profile.HeaderLength.._output[Profile.FirstEndAt]], words, values, _output);
        }

        _output[Profile.FirstEndAt + 1] = _output.Count;
        Span<char> buffer = stackalloc char[64];
        foreach (var phone in _phones)
        {
            var number = values.Intern(PhoneStandardiser.Reduce(phone, buffer));
            if (number != 0)
            {
                _output.Add(number);
            }
        }

        _output[Profile.FirstEndAt + 2] = _output.Count;
        foreach (var parts in _parts)
        {
            if (!parts.IsEmpty)
            {
                _addresses.Write(parts, _output);
            }
        }

        _output[Profile.FirstEndAt + 3] = _output.Count;
        foreach (var (@namespace, value) in _ids)
        {
            _identifiers.WriteIdentifier(@namespace, value, _output);
        }

        foreach (var (name, value) in _attributes)
        {
            _identifiers.WriteAttribute(name, value, _output);
        }

        _output[Profile.FirstEndAt + 4] = _output.Count;
        foreach (var company in _companies)
        {
            _organizations.Write(company, _output);
        }

        _output[Profile.FirstEndAt + 5] = _output.Count;
    }

    private void WriteBirth()
    {
        if (_birthDate is not null)
        {
            Span<char> compact = stackalloc char[16];
            _output[Profile.BirthAt] = BirthDateStandardiser.Read(_birthDate, compact, out var length);
            _output[Profile.BirthTextAt] = values.Intern(compact[..length]);
        }
    }
}
