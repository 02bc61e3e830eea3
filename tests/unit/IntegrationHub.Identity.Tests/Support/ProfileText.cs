using System.Globalization;
using IntegrationHub.Core.Records;
using IntegrationHub.Identity.Standardising;

namespace IntegrationHub.Identity.Tests.Support;

/// <summary>Writes down what a record looks like once it is standardised: only what is there.</summary>
internal static class ProfileText
{
    public static string Of(IReadOnlyList<Field> fields)
    {
        var words = new WordPool();
        var values = new TextPool();
        var names = new FieldNames();
        var profile = new Profile(new RecordStandardiser(words, values, names).Standardise(fields));
        var parts = new List<string>();
        Add(parts, "kind", profile.Kind == RecordKind.Unknown ? string.Empty : profile.Kind.ToString());
        Add(parts, "gender", Number(profile.Gender));
        Add(parts, "generation", Number(profile.Generation));
        Add(parts, "birth", Number(profile.Birth));
        Add(parts, "birthText", profile.BirthText == 0 ? string.Empty : values.Text(profile.BirthText).ToString());
        for (var rest = profile.Names; rest.Length > 0; rest = rest[rest[0]..])
        {
            Add(parts, "name", Name(new NameView(rest), words));
        }

        for (var rest = profile.Emails; rest.Length > 0; rest = rest[EmailStandardiser.EntryLength..])
        {
            var email = new EmailStandardiser.View(rest);
            Add(parts, "email", $"{values.Text(email.Full)} ({values.Text(email.Local)}, {values.Text(email.Domain)}){(email.IsShared ? " shared" : string.Empty)}");
        }

        AddAll(parts, "phone", values, profile.Phones);
        for (var rest = profile.Addresses; rest.Length > 0; rest = rest[rest[0]..])
        {
            Address(parts, new AddressView(rest), words);
        }

        for (var rest = profile.Identifiers; rest.Length > 0; rest = rest[IdentifierStandardiser.EntryLength..])
        {
            Add(parts, names.Text(rest[0]).ToString(), $"{values.Text(rest[1])}{(rest[2] != 0 ? "!" : string.Empty)}");
        }

        for (var rest = profile.Organizations; rest.Length > 0; rest = rest[rest[0]..])
        {
            var organization = new OrganizationView(rest);
            Add(parts, "company", $"{words.Text(organization.Joined)} ({Words(words, organization.Words)})");
        }

        return string.Join("; ", parts);
    }

    private static string Name(in NameView name, WordPool words) =>
        $"{Words(words, name.GivenWords)} [{words.Text(name.Given)}] / {Words(words, name.FamilyWords)} [{words.Text(name.Family)}]"
        + $"{(name.IsStructured ? " structured" : string.Empty)}{(name.IsForeign ? " foreign" : string.Empty)}";

    private static void Address(List<string> parts, in AddressView address, WordPool words)
    {
        parts.Add(address.IsWhole ? "address whole" : "address");
        foreach (var (name, id) in (ReadOnlySpan<(string, int)>)[
            ("house", address.House), ("street", address.Street), ("second", address.SecondLine), ("locality", address.Locality),
            ("region", address.Region), ("postal", address.PostalCode), ("country", address.Country)])
        {
            Add(parts, name, words.Text(id).ToString());
        }

        Add(parts, "words", Words(words, address.Words));
    }

    private static string Words(WordPool words, ReadOnlySpan<int> ids)
    {
        var texts = new List<string>();
        foreach (var id in ids)
        {
            texts.Add(words.Text(id).ToString());
        }

        return string.Join('+', texts);
    }

    private static void AddAll(List<string> parts, string name, TextPool pool, ReadOnlySpan<int> ids)
    {
        foreach (var id in ids)
        {
            Add(parts, name, pool.Text(id).ToString());
        }
    }

    private static void Add(List<string> parts, string name, string text)
    {
        if (text.Length > 0)
        {
            parts.Add($"{name} {text}");
        }
    }

    private static string Number(int number) => number == 0 ? string.Empty : number.ToString(CultureInfo.InvariantCulture);
}
