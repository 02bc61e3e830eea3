using System.Globalization;
using IntegrationHub.Connectors.Lists.Files;
using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json.Serialization;

namespace IntegrationHub.Connectors.Lists.Origin;

/// <summary>Where a list comes from and by what right: written on every record, so that it can be told later, and the list withdrawn.</summary>
internal sealed class ListOrigin
{
    /// <summary>Stands in the setting <c>list</c> for the file's name without its ending.</summary>
    internal const string FilePlaceholder = "{file}";

    private const int NameCharsMax = 200;

    private readonly string _list;
    private readonly string _supplier;
    private readonly string _licence;
    private readonly string? _basis;
    private readonly string? _obtainedAt;

    internal ListOrigin(ListFileSettings settings)
    {
        _list = Checked("list", settings.List);
        _supplier = Checked("supplier", settings.Supplier);
        _licence = Checked("licence", settings.Licence);
        _basis = settings.LawfulBasis == LawfulBasis.NotStated ? null : new CamelCaseNamingStrategy().GetPropertyName(settings.LawfulBasis.ToString(), false);
        _obtainedAt = DateOf(settings.ObtainedAt.Trim());
    }

    /// <summary>Writes the origin on what a file gave.</summary>
    internal Message Stamp(Message message, FoundFile file)
    {
        if (message is PersonRecord person)
        {
            person.Add(PersonFields.Attribute("listSupplier"), _supplier)
                .Add(PersonFields.Attribute("listLicence"), _licence)
                .Add(PersonFields.Attribute("listLawfulBasis"), _basis)
                .Add(PersonFields.Attribute("listObtainedAt"), _obtainedAt);
            if (_list.Length > 0)
            {
                person.AddFlag(PersonFields.List(NameFor(file)), true);
            }
        }

        return message;
    }

    private string NameFor(FoundFile file) => _list.Replace(FilePlaceholder, Path.GetFileNameWithoutExtension(file.Name), StringComparison.Ordinal);

    private static string Checked(string setting, string value)
    {
        var text = value.Trim();
        return text.Length <= NameCharsMax && !text.Any(char.IsControl)
            ? text
            : throw ConnectorException.Configuration(setting, $"'{setting}' is longer than {NameCharsMax} characters, or holds control characters.", "Give a short name.");
    }

    private static string? DateOf(string text) => text.Length == 0 ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? text
        : throw ConnectorException.Configuration("obtainedAt", "'obtainedAt' is no date.", "Write year, month and day as 2024-05-31.");
}
