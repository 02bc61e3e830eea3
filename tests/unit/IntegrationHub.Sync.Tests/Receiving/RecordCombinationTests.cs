using IntegrationHub.Core.Records;
using IntegrationHub.Sdk.Messages;
using IntegrationHub.Sync.Gate;
using IntegrationHub.Sync.Receiving;

namespace IntegrationHub.Sync.Tests.Receiving;

/// <summary>Parts that are pushed in any order, more than once, and in any grouping make the same record.</summary>
public sealed class RecordCombinationTests
{
    private static readonly DateTimeOffset Day = new(2026, 11, 21, 8, 0, 0, TimeSpan.Zero);
    private static readonly RecordGate Gate = new(new GateOptions());

    [Fact]
    public void Per_field_what_was_said_last_counts_and_identifiers_add_up()
    {
        var record = Fold(
            Part(1, r => r.Add(PersonFields.Email, "old@cust.example").Add(PersonFields.NameGiven, "Ada").Add("identifier:visitor", "v-1")),
            Part(3, r => r.Add(PersonFields.Email, "new@cust.example").Add("identifier:visitor", "v-2")),
            Part(2, r => r.Add(PersonFields.Email, "late@cust.example").Add(PersonFields.Phone, "+14025550136")));

        Assert.Equal(
            [("email", "new@cust.example"), ("identifier:visitor", "v-1"), ("identifier:visitor", "v-2"), ("name.given", "Ada"), ("phone", "+14025550136")],
            record.Fields.Select(f => (f.Name, f.Value)));
        Assert.Equal(Day.AddMinutes(3), record.UpdatedAt);
    }

    [Fact]
    public void An_address_is_replaced_as_a_whole()
    {
        var record = Fold(
            Part(1, r => r.Add(PersonFields.AddressLine1, "1 Mill St").Add(PersonFields.AddressLocality, "Omaha").Add(PersonFields.AddressPostalCode, "68102")),
            Part(2, r => r.Add(PersonFields.AddressLocality, "Lincoln")));

        Assert.Equal(["Lincoln"], record.Fields.Select(f => f.Value));
    }

    [Fact]
    public void Order_grouping_and_repetition_do_not_matter()
    {
        var random = new Random(20261125);
        string[] fields = [PersonFields.Email, PersonFields.NameGiven, PersonFields.AddressLocality, PersonFields.AddressLine1, "identifier:visitor", "attribute:plan"];
        for (var round = 0; round < 300; round++)
        {
            // Few times and few values, so that ties and equal values are frequent.
            var parts = Enumerable.Range(0, 8).Select(_ => Part(random.Next(4), r =>
            {
                foreach (var field in fields.Where(_ => random.Next(2) == 0))
                {
                    r.Add(field, field == PersonFields.Email ? $"a{random.Next(3)}@cust.example" : $"value {random.Next(3)}");
                }
            })).ToArray();
            var expected = Text(Fold(parts));

            random.Shuffle(parts);
            Assert.Equal(expected, Text(Fold([.. parts, .. parts.Take(3)])));
            var (left, right) = (Fold(parts[..4]), Fold(parts[4..]));
            Assert.Equal(expected, Text(RecordCombination.Combine(left, right)));
        }
    }

    [Fact]
    public void Identifiers_said_again_change_nothing_and_do_not_grow_without_end()
    {
        var once = Fold(Part(1, r => r.Add("identifier:visitor", "v-1")));
        var again = RecordCombination.Combine(once, Part(9, r => r.Add("identifier:visitor", "v-1")));
        var many = Fold([.. Enumerable.Range(0, 80).Select(i => Part(i, r => r.Add("identifier:visitor", $"visitor-{i}")))]);

        Assert.Equal(Text(once), Text(again));
        Assert.Equal(RecordCombination.IdentifiersMax, many.Fields.Count);
        Assert.Contains(many.Fields, f => f.Value == "visitor-79");
    }

    [Fact]
    public void A_whole_record_never_replaces_one_that_changed_later()
    {
        var (early, late) = (Whole(1, "Ada"), Whole(2, "Augusta"));

        Assert.Equal("Augusta", Assert.Single(RecordCombination.Combine(early, late).Fields).Value);
        Assert.Equal("Augusta", Assert.Single(RecordCombination.Combine(late, early).Fields).Value);
    }

    private static IncomingRecord Fold(params IncomingRecord[] records) => records.Aggregate(RecordCombination.Combine);

    private static IncomingRecord Part(int minute, Action<PersonRecord> fill)
    {
        var record = new PersonRecord("people", "1") { IsPartial = true, UpdatedAt = Day.AddMinutes(minute) };
        record.Add("identifier:user", "cust-1");
        record.Add("identifier:user", null);
        fill(record);
        var admitted = Gate.Admit(record, Day).Accepted!;
        return admitted with { Fields = [.. admitted.Fields.Where(f => f.Name != "identifier:user")] };
    }

    private static IncomingRecord Whole(int minute, string name) =>
        Gate.Admit(new PersonRecord("people", "1") { UpdatedAt = Day.AddMinutes(minute) }.Add(PersonFields.NameGiven, name), Day).Accepted!;

    private static string Text(IncomingRecord record) =>
        $"{record.UpdatedAt:O} " + string.Join(' ', record.Fields.Select(f => $"{f.Name}={f.Value}@{f.SaidAt:O}"));
}
