using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Golden.Selection;

/// <summary>Lists what a customer's records talk about, in the order in which a golden record shows it.</summary>
internal static class FieldList
{
    private const string NamePrefix = "name.";

    /// <summary>The fields that are chosen one by one, between the groups: canonical order, then by name.</summary>
    private static readonly string[] Plain = [PersonFields.BirthDate, PersonFields.Gender, PersonFields.Email, PersonFields.Phone];

    /// <summary>Lists the distinct fields that no group owns.</summary>
    internal static List<string> Of(in RecordSet set, out bool hasAddress, out bool hasWork)
    {
        var names = new List<string>(12);
        (hasAddress, hasWork) = (false, false);
        for (var record = 0; record < set.Count; record++)
        {
            var fields = set.Fields(record);
            for (var i = 0; i < fields.Count; i++)
            {
                var name = fields[i].Name;
                if (name.StartsWith(AddressGroup.FieldPrefix, StringComparison.Ordinal))
                {
                    hasAddress = true;
                }
                else if (name is PersonFields.Organization or PersonFields.JobTitle)
                {
                    hasWork = true;
                }
                else if (!name.StartsWith(NamePrefix, StringComparison.Ordinal) && !name.StartsWith(PersonFields.ConsentPrefix, StringComparison.Ordinal)
                    && !Holds(names, name))
                {
                    names.Add(name);
                }
            }
        }

        names.Sort(Compare);
        return names;
    }

    /// <summary>Whether a field is shown before the groups address and work.</summary>
    internal static bool IsBeforeGroups(string name) => Place(name) < Plain.Length;

    internal static bool IsRepeated(string name) =>
        name is PersonFields.Email or PersonFields.Phone or PersonFields.Url || name.StartsWith(PersonFields.IdentifierPrefix, StringComparison.Ordinal);

    private static int Place(string name)
    {
        var place = Array.IndexOf(Plain, name);
        return place >= 0 ? place
            : name == PersonFields.Url ? Plain.Length
            : name.StartsWith(PersonFields.IdentifierPrefix, StringComparison.Ordinal) ? Plain.Length + 1
            : name.StartsWith(PersonFields.AttributePrefix, StringComparison.Ordinal) ? Plain.Length + 2
            : Plain.Length + 3;
    }

    private static int Compare(string left, string right)
    {
        var order = Place(left) - Place(right);
        return order != 0 ? order : string.CompareOrdinal(left, right);
    }

    private static bool Holds(List<string> names, string name)
    {
        foreach (var known in names)
        {
            if (ReferenceEquals(known, name) || string.Equals(known, name, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
