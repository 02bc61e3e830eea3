using IntegrationHub.Sdk.Messages;
using IntegrationHub.Sync.Gate.Places;

namespace IntegrationHub.Sync.Gate;

/// <summary>What a value's neighbours say about it.</summary>
internal readonly struct FieldContext
{
    private readonly string?[]? _countries;

    /// <summary>Reads the context of a record.</summary>
    /// <param name="fields">The record's values.</param>
    /// <param name="region">The region of the source.</param>
    /// <param name="yearMax">The year in which the record was read.</param>
    internal FieldContext(IReadOnlyList<FieldValue> fields, string region, int yearMax)
    {
        Region = region;
        YearMax = yearMax;
        for (var i = 0; i < fields.Count; i++)
        {
            var field = fields[i];
            if (field.Field == PersonFields.AddressCountry && Countries.Find(TextCleaner.Line(field.Value)) is { } country)
            {
                Country ??= country;
                Remember(ref _countries, field.Group, country);
            }
            else if (field.Field == PersonFields.AddressRegion && (_countries is null || field.Group >= _countries.Length || _countries[field.Group] is null)
                && region == "US" && Subdivisions.Find(region, TextCleaner.Line(field.Value)) is not null)
            {
                Remember(ref _countries, field.Group, "US");
            }
        }
    }

    /// <summary>Gets the region of the source.</summary>
    internal string Region { get; }

    /// <summary>Gets the first country that the record names.</summary>
    internal string? Country { get; }

    /// <summary>Gets the year in which the record was read.</summary>
    internal int YearMax { get; }

    /// <summary>The country of an address: named, or given away by a US state in a source of the US.</summary>
    internal string? CountryOf(int group) => _countries is not null && group < _countries.Length ? _countries[group] : null;

    private static void Remember(ref string?[]? countries, int group, string country)
    {
        if (countries is null || group >= countries.Length)
        {
            Array.Resize(ref countries, group + 1);
        }

        countries[group] = country;
    }
}
