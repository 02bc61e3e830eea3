using IntegrationHub.Core.Records;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Golden.Selection;

/// <summary>The name that one record gives, its parts split out of the whole where that is safe.</summary>
internal struct PersonName
{
    internal string? Full;
    internal string? Prefix;
    internal string? Given;
    internal string? Middle;
    internal string? Family;
    internal string? Suffix;

    /// <summary>Whether given and family name come out of <see cref="Full"/>.</summary>
    internal bool IsSplit;

    internal readonly bool IsEmpty => Full is null && Given is null && Family is null && Middle is null;

    internal static PersonName Of(IReadOnlyList<Field> fields)
    {
        var name = default(PersonName);
        for (var i = 0; i < fields.Count; i++)
        {
            var field = fields[i];
            if (!field.Name.StartsWith("name.", StringComparison.Ordinal))
            {
                continue;
            }

            switch (field.Name)
            {
                case PersonFields.NameFull:
                    name.Full ??= field.Value;
                    break;
                case PersonFields.NamePrefix:
                    name.Prefix ??= field.Value;
                    break;
                case PersonFields.NameGiven:
                    name.Given ??= field.Value;
                    break;
                case PersonFields.NameMiddle:
                    name.Middle ??= field.Value;
                    break;
                case PersonFields.NameFamily:
                    name.Family ??= field.Value;
                    break;
                default:
                    name.Suffix ??= field.Value;
                    break;
            }
        }

        if (name.Full is not null && name.Given is null && name.Family is null)
        {
            name.IsSplit = NameSplitter.TrySplit(ref name);
        }

        return name;
    }

    internal readonly string? Part(string field) => field switch
    {
        PersonFields.NameFull => Full,
        PersonFields.NamePrefix => Prefix,
        PersonFields.NameGiven => Given,
        PersonFields.NameMiddle => Middle,
        PersonFields.NameFamily => Family,
        _ => Suffix,
    };
}
