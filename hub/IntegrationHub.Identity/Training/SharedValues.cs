using IntegrationHub.Identity.Standardising;

namespace IntegrationHub.Identity.Training;

/// <summary>Finds the e-mail addresses, phones and identifiers that enough records have, with some of these.</summary>
internal static class SharedValues
{
    /// <summary>Stands for the name of an identifier where the value is an e-mail address.</summary>
    public const int EmailName = -1;

    /// <summary>Stands for the name of an identifier where the value is a phone.</summary>
    public const int PhoneName = -2;

    /// <summary>Finds them.</summary>
    /// <param name="records">All records.</param>
    /// <param name="recordsMin">How many are enough.</param>
    /// <param name="membersMax">How many of them are given.</param>
    public static List<SharedValue> Find(TrainingRecords records, int recordsMin, int membersMax)
    {
        var ends = Ends(records, recordsMin);
        var uses = new ulong[ends[^1]];
        foreach (var part in records.InParts(slots => Uses(records, slots, ends)))
        {
            foreach (var (value, use) in part)
            {
                // Filling each value's stretch from its end leaves every end at its start.
                uses[--ends[value]] = use;
            }
        }

        var shared = new List<SharedValue>();
        for (var value = 1; value < ends.Length - 1; value++)
        {
            var stretch = uses.AsSpan(ends[value]..ends[value + 1]);
            stretch.Sort();
            for (var start = 0; start < stretch.Length;)
            {
                var name = (int)(stretch[start] >> 32);
                var end = start + 1;
                while (end < stretch.Length && (int)(stretch[end] >> 32) == name)
                {
                    end++;
                }

                if (end - start >= recordsMin)
                {
                    var members = stretch[start..Math.Min(end, start + membersMax)];
                    shared.Add(new SharedValue(name, value, Array.ConvertAll(members.ToArray(), use => records.Slots[(int)use])));
                }

                start = end;
            }
        }

        return shared;
    }

    /// <summary>Gives each value that is used often enough room for its uses: where it ends, one value after the other.</summary>
    private static int[] Ends(TrainingRecords records, int recordsMin)
    {
        // A text may be an e-mail address here and an identifier there; counting both together only lets more in.
        var parts = records.InParts(slots => Counts(records, slots));
        var ends = new int[records.Values.Count + 2];
        for (var value = 1; value < ends.Length - 1; value++)
        {
            var count = 0;
            foreach (var part in parts)
            {
                count += part[value];
            }

            ends[value] = checked(ends[value - 1] + (count >= recordsMin ? count : 0));
        }

        ends[^1] = ends[^2];
        return ends;
    }

    private static int[] Counts(TrainingRecords records, IEnumerable<int> slots)
    {
        var counts = new int[records.Values.Count + 1];
        var values = new List<(int Name, int Value)>();
        foreach (var slot in slots)
        {
            ReadValues(records.Table.Profile(slot), values);
            foreach (var (_, value) in values)
            {
                counts[value]++;
            }
        }

        return counts;
    }

    /// <summary>Lists the uses of values that have room: the name above the record's place in the canonical order.</summary>
    private static List<(int Value, ulong Use)> Uses(TrainingRecords records, IEnumerable<int> slots, int[] ends)
    {
        var uses = new List<(int Value, ulong Use)>();
        var values = new List<(int Name, int Value)>();
        foreach (var slot in slots)
        {
            ReadValues(records.Table.Profile(slot), values);
            foreach (var (name, value) in values)
            {
                if (ends[value] > ends[value - 1])
                {
                    uses.Add((value, ((ulong)name << 32) | (uint)records.Ranks[slot]));
                }
            }
        }

        return uses;
    }

    private static void ReadValues(int[] data, List<(int Name, int Value)> values)
    {
        values.Clear();
        var profile = new Profile(data);
        for (var rest = profile.Emails; rest.Length > 0; rest = rest[EmailStandardiser.EntryLength..])
        {
            values.Add((EmailName, rest[0]));
        }

        foreach (var phone in profile.Phones)
        {
            values.Add((PhoneName, phone));
        }

        for (var rest = profile.Identifiers; rest.Length > 0; rest = rest[IdentifierStandardiser.EntryLength..])
        {
            if (rest[2] != 0)
            {
                values.Add((rest[0], rest[1]));
            }
        }
    }
}
