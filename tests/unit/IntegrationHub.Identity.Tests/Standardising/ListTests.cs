using IntegrationHub.Identity.Standardising;

namespace IntegrationHub.Identity.Tests.Standardising;

/// <summary>How the lists that come with the engine are read.</summary>
public sealed class ListTests
{
    [Fact]
    public void Empty_lines_and_comments_are_left_out()
    {
        var lines = Resource.Lines("folding.txt").ToList();

        Assert.Equal("00c0 a", lines[0]);
        Assert.All(lines, line => Assert.True(line.Length > 4 && line[4] == ' '));
        Assert.True(lines.Count > 900);
    }

    [Fact]
    public void A_word_is_known_in_all_its_writings_of_one_word_and_two_letters()
    {
        var words = WordLists.Variants(["road|rd|r.d|r|county rd", "ridge|rdg|rd|road", "way"]);

        Assert.Equal(
            ["road", "road", "road", "ridge", "ridge", "way"],
            new[] { "road", "rd", "r.d", "ridge", "rdg", "way" }.Select(word => words[word]));
        Assert.False(words.ContainsKey("r") || words.ContainsKey("county rd") || words.ContainsKey("county"));
    }

    [Fact]
    public void A_name_is_as_rare_as_its_share_of_all_people()
    {
        var bits = NameFrequencies.Read(["*,64", "anna,16", "bernd,1"]);

        Assert.Equal((2, 6), (bits["anna"], bits["bernd"]));
        Assert.False(bits.ContainsKey("*") || bits.ContainsKey("clara"));
    }

    [Fact]
    public void A_short_form_knows_all_the_names_it_stands_for_whatever_its_ending()
    {
        var rows = Nicknames.Read(["anna,annie", "joanna,anney", "joanna,jo", "margaret,peggie", "margaret,peggi"], out var formalNames, out var signatures);

        Assert.Equal(
            ["anna 1", "anny 1 2", "jo 2", "joanna 2", "margaret 3", "peggy 3"],
            new[] { "anna", "anny", "jo", "joanna", "margaret", "peggy" }.Select(name => $"{name} {string.Join(' ', formalNames[rows[name]])}"));
        Assert.Equal([0, 2, 6, 4, 4, 8, 8], signatures);
        Assert.False(rows.ContainsKey("annie") || rows.ContainsKey("peggie") || rows.ContainsKey("peggi"));
        Assert.Empty(formalNames[0]);
    }

    [Fact]
    public void Beyond_64_names_a_bit_stands_for_several()
    {
        var rows = Nicknames.Read(Enumerable.Range(1, 70).Select(i => $"name{i:00},short{i:00}"), out var formalNames, out var signatures);

        foreach (var i in Enumerable.Range(1, 70))
        {
            Assert.Equal([i], formalNames[rows[$"short{i:00}"]]);
            Assert.Equal(1UL << (i % 64), signatures[rows[$"name{i:00}"]]);
        }
    }

    [Fact]
    public void Two_names_are_related_when_the_list_has_a_name_that_both_stand_for()
    {
        var names = new SortedDictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var parts in Resource.Lines("nicknames.csv").Select(line => line.Split(',')))
        {
            foreach (var name in parts)
            {
                names[name] = names.GetValueOrDefault(name) ?? [];
                names[name].Add(parts[0]);
            }
        }

        // Endings are one where the list has several, so that more can be related than it says; these have none of those endings.
        var plain = names.Where(n => !n.Value.Append(n.Key).Any(HasEnding)).Where((_, i) => i % 4 == 0).ToList();
        Assert.True(plain.Count > 100);
        foreach (var (a, formalOfA) in plain)
        {
            foreach (var (b, formalOfB) in plain)
            {
                Assert.True(formalOfA.Overlaps(formalOfB) == Nicknames.AreRelated(Nicknames.Find(a), Nicknames.Find(b)), $"{a} and {b}");
            }
        }
    }

    private static bool HasEnding(string name) => name[^1] is 'i' or 'y' || name.EndsWith("ie", StringComparison.Ordinal);
}
