using IntegrationHub.Identity.Standardising;
using IntegrationHub.Identity.Tests.Support;

namespace IntegrationHub.Identity.Tests.Standardising;

/// <summary>Texts of any script in few signs: folded, folded without spaces, and with commas kept.</summary>
public sealed class CharFoldingTests
{
    private const int Room = 64;

    [Fact]
    public void Texts_are_folded() => Table.Check(
        """
        _ => [] [] []
        Anna Holtz => [anna holtz] [annaholtz] [anna holtz]
        _  Anna   Holtz  _ => [anna holtz] [annaholtz] [anna holtz]
        O'Neill => [oneill] [oneill] [oneill]
        O`Neill => [oneill] [oneill] [oneill]
        O’Neill => [oneill] [oneill] [oneill]
        O‘Neill => [oneill] [oneill] [oneill]
        ʼAli => [ali] [ali] [ali]
        Müller-Lüdenscheidt => [muller ludenscheidt] [mullerludenscheidt] [muller ludenscheidt]
        Straße => [strasse] [strasse] [strasse]
        Søren Ærø => [soren aero] [sorenaero] [soren aero]
        Łukasz => [lukasz] [lukasz] [lukasz]
        Дмитрий Щукин => [dmitrii shchukin] [dmitriishchukin] [dmitrii shchukin]
        Γεώργιος => [georgios] [georgios] [georgios]
        花子 佐藤 => [花子 佐藤] [花子佐藤] [花子 佐藤]
        ABC xyz 019 => [abc xyz 019] [abcxyz019] [abc xyz 019]
        A/B_C.D:E@F[G{I => [a b c d e f g i] [abcdefgi] [a b c d e f g i]
        1,2 , 3,,4 => [1 2 3 4] [1234] [1,2 , 3,,4]
        ,Anna => [anna] [anna] [,anna]
        Anna, => [anna] [anna] [anna,]
        ＡＢＣ => [ａｂｃ] [ａｂｃ] [ａｂｃ]
        ١٢٣ => [١٢٣] [١٢٣] [١٢٣]
        😀a => [😀a] [😀a] [😀a]
        aः => [aः] [aः] [aः]
        ½ => [] [] []
        Ω => [o] [o] [o]
        Æ,Ø => [ae o] [aeo] [ae,o]
        ﬁn => [ﬁn] [ﬁn] [ﬁn]
        ẞ => [ss] [ss] [ss]
        ĳ => [ij] [ij] [ij]
        aⓐ => [a] [a] [a]
        —x— => [x] [x] [x]
        """, text => Folded(text.Trim('_')));

    [Theory]
    [InlineData("e\u0301cole", "[ecole] [ecole] [ecole]")]
    [InlineData("a\u200Db", "[ab] [ab] [ab]")]
    [InlineData("a\u00A0b", "[a b] [ab] [a b]")]
    public void Signs_that_nobody_sees_join_or_part_words(string text, string folded) => Assert.Equal(folded, Folded(text));

    [Fact]
    public void What_does_not_fit_is_cut_off_between_signs()
    {
        Span<char> room = stackalloc char[Room];

        Assert.Equal(Room, CharFolding.Fold(new string('x', 70), room));
        Assert.Equal(Room, CharFolding.Fold(new string('a', 62) + "ß", room));
        Assert.Equal(63, CharFolding.Fold(new string('a', 63) + "ß", room));
        Assert.Equal(63, CharFolding.Fold(new string('a', 63) + " b", room));
        Assert.Equal(Room, CharFolding.Fold(new string('a', 62) + " b", room));
    }

    [Fact]
    public void Words_and_commas_are_split()
    {
        var words = new List<string>();
        foreach (var range in new WordSplitter("  anna ,b,, c  "))
        {
            words.Add("  anna ,b,, c  "[range]);
        }

        Assert.Equal(["anna", ",", "b", ",", ",", "c"], words);
        Assert.False(new WordSplitter("   ").MoveNext());
        Assert.False(new WordSplitter(string.Empty).MoveNext());
    }

    private static string Folded(string text)
    {
        Span<char> room = stackalloc char[Room];
        var folded = room[..CharFolding.Fold(text, room)].ToString();
        var compact = room[..CharFolding.FoldCompact(text, room)].ToString();
        var parted = room[..CharFolding.Fold(text, room, keepCommas: true)].ToString();
        return $"[{folded}] [{compact}] [{parted}]";
    }
}
