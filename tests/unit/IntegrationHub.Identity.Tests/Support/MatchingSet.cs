using System.Globalization;
using IntegrationHub.Core.Records;

namespace IntegrationHub.Identity.Tests.Support;

/// <summary>Reads records with their truth through one mapping for all sets; normalises dates and phones simply.</summary>
internal static class MatchingSet
{
    private static readonly Dictionary<string, string> Columns = new(StringComparer.OrdinalIgnoreCase)
    {
        ["given_name"] = "name.given",
        ["first_name"] = "name.given",
        ["primary_name_first"] = "name.given",
        ["surname"] = "name.family",
        ["family_name"] = "name.family",
        ["primary_name_last"] = "name.family",
        ["primary_name_middle"] = "name.middle",
        ["primary_name_full"] = "name.full",
        ["native_name_full"] = "name.full",
        ["primary_name_org"] = "organization",
        ["secondary_name_org"] = "organization",
        ["employer"] = "organization",
        ["dob"] = "birthDate",
        ["date_of_birth"] = "birthDate",
        ["gender"] = "gender",
        ["email"] = "email",
        ["email_address"] = "email",
        ["phone_number"] = "phone",
        ["street_number"] = "address.houseNumber",
        ["address_1"] = "address.street",
        ["address_2"] = "address.line2",
        ["addr_full"] = "address.full",
        ["addr_line1"] = "address.line1",
        ["suburb"] = "address.locality",
        ["city"] = "address.locality",
        ["addr_city"] = "address.locality",
        ["state"] = "address.region",
        ["addr_state"] = "address.region",
        ["postcode"] = "address.postalCode",
        ["addr_postal_code"] = "address.postalCode",
        ["addr_country"] = "address.country",
        ["soc_sec_id"] = "identifier:ssn",
        ["ssn_number"] = "identifier:ssn",
        ["national_id"] = "identifier:national_id",
        ["national_id_number"] = "identifier:national_id",
        ["passport_number"] = "identifier:passport",
        ["drivers_license_number"] = "identifier:drivers_license",
        ["tax_id_number"] = "identifier:tax_id",
        ["lei_number"] = "identifier:lei",
    };

    private static readonly string[] DateFormats =
    [
        "yyyy-MM-dd", "yyyyMMdd", "M/d/yyyy", "M/d/yy", "d/M/yyyy", "d/M/yy", "d-MMM-yy", "d-MMM-yyyy", "MMM d yyyy",
    ];

    /// <summary>Reads a set.</summary>
    /// <param name="folder">The folder of <c>records.csv</c> and <c>truth.csv</c>.</param>
    /// <param name="recordsFile">The records' file.</param>
    public static List<MatchingRecord> Read(string folder, string recordsFile = "records.csv")
    {
        var truth = CsvRows.Read(Path.Combine(folder, "truth.csv"))
            .ToDictionary(r => r["record_id"], r => r["entity_id"], StringComparer.Ordinal);
        var sources = new Dictionary<string, int>(StringComparer.Ordinal);
        var records = new List<MatchingRecord>();
        foreach (var row in CsvRows.Read(Path.Combine(folder, recordsFile)))
        {
            var source = row.GetValueOrDefault("source", string.Empty);
            sources.TryAdd(source, sources.Count + 1);
            records.Add(new MatchingRecord(row["record_id"], sources[source], truth[row["record_id"]], Fields(row)));
        }

        return records;
    }

    private static List<Field> Fields(Dictionary<string, string> row)
    {
        var fields = new List<Field>();
        foreach (var (column, value) in row)
        {
            if (value.Length > 0 && Columns.TryGetValue(column, out var name))
            {
                fields.Add(new Field(name, Normalise(name, value.Trim())));
            }
        }

        return fields;
    }

    private static string Normalise(string name, string value) => name switch
    {
        "birthDate" => DateTime.TryParseExact(value, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : value,
        "phone" when value.All(c => char.IsAsciiDigit(c) || " +-()./".Contains(c, StringComparison.Ordinal)) =>
            string.Concat(value.Where(char.IsAsciiDigit)),
        "email" => value.ToLowerInvariant(),
        _ => value,
    };
}
