using System.Buffers;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using IntegrationHub.Core.Records;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Golden.Tests;

public sealed class GoldenPropertyTests
{
    private static readonly Field[] Pool =
    [
        new(PersonFields.NameGiven, "Robert"), new(PersonFields.NameGiven, "Bob"), new(PersonFields.NameGiven, "R."), new(PersonFields.NameFamily, "Hale"),
        new(PersonFields.NameFamily, "HALE"), new(PersonFields.NameFull, "Robert Hale"), new(PersonFields.NameFull, "Hale"), new(PersonFields.NameMiddle, "J"),
        new(PersonFields.BirthDate, "1980-03-12"), new(PersonFields.BirthDate, "1900-01-01"), new(PersonFields.BirthDate, "spring"),
        new(PersonFields.Email, "bhale@gmail.com", "B.Hale+x@gmail.com"), new(PersonFields.Email, "bhale@gmail.com"), new(PersonFields.Email, "other@example.org"),
        new(PersonFields.Phone, "+14025550143"), new(PersonFields.Phone, "555"), new(PersonFields.AddressLine1, "12 Main St"),
        new(PersonFields.AddressLine1, "12 Main Street"), new(PersonFields.AddressLocality, "Omaha"), new(PersonFields.AddressLine1, "9 Elm Rd", Group: 1),
        new(PersonFields.AddressPostalCode, "68132", Group: 1), new(PersonFields.Organization, "Acme"), new(PersonFields.Organization, "Bolt"),
        new(PersonFields.JobTitle, "Buyer"), new(PersonFields.Attribute("shoe"), "11", Kind: FieldKind.Number), new(PersonFields.Attribute("shoe"), "11"),
        new(PersonFields.Identifier("loyalty"), "1"), new(PersonFields.Identifier("loyalty"), "2"), new(PersonFields.List("news"), "true", Kind: FieldKind.Boolean),
        new(PersonFields.List("news"), "false", Kind: FieldKind.Boolean), new(PersonFields.Url, "https://example.com"),
    ];

    private static readonly Gen<GoldenInput> Input =
        from source in Gen.Elements("crm", "shop", "mail")
        from key in Gen.Choose(1, 1_000_000)
        from day in Gen.Choose(0, 5)
        from trust in Gen.Elements(0.0, 0.5, 1.0)
        from fields in Gen.SubListOf(Pool)
        select Records.Of(source, key.ToString(System.Globalization.CultureInfo.InvariantCulture), day, trust, [.. fields]);

    private static readonly Arbitrary<GoldenInput[]> Customers = Gen.ArrayOf(Input).Resize(7)
        .Select(records => records.DistinctBy(r => (r.SourceName, r.Record.Key)).ToArray()).ToArbitrary();

    private static readonly GoldenBuilder Builder = new(SurvivorshipPolicy.Default);

    [Fact]
    public void Any_order_of_the_records_gives_the_same_bytes() => Prop.ForAll(Customers, records =>
    {
        var expected = Builder.Build(records).ToJson(includeLineage: true);
        GoldenInput[] rotated = [.. records.Skip(1), .. records.Take(1)];
        return Builder.Build(records.Reverse().ToArray()).ToJson(includeLineage: true) == expected
            && Builder.Build(rotated).ToJson(includeLineage: true) == expected;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_fast_path_writes_the_same_bytes_as_the_whole_record() => Prop.ForAll(Customers, records =>
    {
        var output = new ArrayBufferWriter<byte>();
        Builder.WriteValues(records, output);
        return Encoding.UTF8.GetString(output.WrittenSpan) == Builder.Build(records).ToJson(includeLineage: false);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_value_of_every_record_is_shown_or_lost_and_its_lineage_names_a_record_that_says_so() => Prop.ForAll(Customers, records =>
    {
        var golden = Builder.Build(records).Fields.ToDictionary(f => f.Name, StringComparer.Ordinal);
        foreach (var field in records.SelectMany(r => r.Record.Fields).Where(f => !f.Name.StartsWith("address.", StringComparison.Ordinal)))
        {
            var all = golden[field.Name].Values.Concat(golden[field.Name].Lost);
            if (!all.Any(v => v.Text.Equals(field.Value, StringComparison.OrdinalIgnoreCase) || field.Name == PersonFields.Email || field.Name == PersonFields.List("news")))
            {
                return false;
            }
        }

        return golden.Values.SelectMany(f => f.Values.Concat(f.Lost)).All(v => Speaks(records, v));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_address_and_a_name_come_from_one_record_each() => Prop.ForAll(Customers, records =>
    {
        var golden = Builder.Build(records);
        var names = golden.Fields.Where(f => f.Name.StartsWith("name.", StringComparison.Ordinal)).SelectMany(f => f.Values).Select(v => v.Lineage.Key).Distinct().Count();
        var addresses = golden.Fields.Where(f => f.Name == "address").SelectMany(f => f.Values.Concat(f.Lost));
        return names <= 1 && addresses.All(a => records.Any(r => r.Record.Key == a.Lineage.Key && a.Parts!.All(p => r.Record.Fields.Any(f => f.Name == "address." + p.Key && f.Value == p.Value))));
    }).QuickCheckThrowOnFailure();

    private static bool Speaks(GoldenInput[] records, GoldenValue value) => records.Any(r =>
        r.SourceName == value.Lineage.Source && r.Record.Key == value.Lineage.Key && r.Record.RunId == value.Lineage.RunId && value.Lineage.Rule.Length > 0);
}
