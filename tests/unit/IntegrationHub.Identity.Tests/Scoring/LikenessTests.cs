using IntegrationHub.Identity.Scoring;
using IntegrationHub.Identity.Standardising;
using IntegrationHub.Identity.Tests.Support;

namespace IntegrationHub.Identity.Tests.Scoring;

/// <summary>How alike two words are at each limit: one letter fewer, one slip more.</summary>
public sealed class LikenessTests
{
    [Fact]
    public void Words_are_as_alike_as_their_slips_and_letters_say() => Table.Check(
        """
        a ~ a => Same Same
        a ~ ab => Different Different
        a ~ abcdefgh => Different Different
        xb ~ yb => Different Unclear
        ab ~ ba => Different Unclear
        ab ~ abc => Similar Similar
        xbc ~ ybc => Similar Similar
        xbcd ~ ybcd => Near Near
        xbcd ~ ybc => Unclear Similar
        xbcz ~ ybcw => Different Unclear
        xbcdz ~ ybcdw => Similar Similar
        xbcdez ~ ybcdew => Similar Similar
        xbcdefz ~ ybcdefw => Near Near
        xbcdefghij ~ ybcdwfghiz => Unclear Similar
        xbcdefghijk ~ ybcdwfghizk => Near Near
        xbcdefghijk ~ ybcdwfgnizk => Unclear Similar
        xbcdefghijkl ~ ybcdwfghizkl => Near Near
        abcd ~ abecfd => Similar Similar
        abcd ~ abcfd => Near Near
        abc ~ abcdefghijkl => Similar Similar
        abc ~ abcdefghijklmnopqrstuvwxyzabcdef => Similar Similar
        ab ~ abcdefghijkl => Unclear Similar
        abcxyz ~ abcdefghij => Unclear Similar
        abcxyz ~ abcdefghijk => Different Similar
        abcd ~ axcy => Different Similar
        abcd ~ xbcy => Different Unclear
        abxx ~ yyab => Different Unclear
        qabcdewl ~ kabcdeshpn => Different Similar
        abcdefgh ~ stuvwxyz => Different Unclear
        """, line => $"{Grade(line, false)} {Grade(line, true)}");

    [Fact]
    public void Two_well_known_names_are_no_slip_of_each_other() => Table.Check(
        """
        anna ~ anna => Same Same
        maria ~ marina => Different Near
        marina ~ qarina => Near Near
        maria ~ mario => Near Near
        miller ~ milner => Near Similar
        miller ~ miqler => Near Near
        milqer ~ miqler => Near Near
        miller ~ muller => Near Near
        bell ~ bellamy => Similar Unclear
        bell ~ bellamyx => Similar Similar
        belq ~ belqamy => Similar Similar
        parker ~ packard => Unclear Unclear
        harris ~ morris => Different Unclear
        smith ~ qorvex => Different Different
        smith ~ jones => Different Different
        umbola7 ~ umbola8 => Different Different
        umbola7 ~ umbola => Near Near
        umbola7 ~ umbla7 => Near Near
        """, line => $"{Names(line, isGiven: true)} {Names(line, isGiven: false)}");

    private static TextLikeness Names(string line, bool isGiven)
    {
        var words = new WordPool();
        var (a, b) = (words.Intern(line.Split(" ~ ")[0]), words.Intern(line.Split(" ~ ")[1]));
        var likeness = WordComparer.Names(words, a, b, isGiven);
        Assert.Equal(likeness, WordComparer.Names(words, b, a, isGiven));
        return likeness;
    }

    private static TextLikeness Grade(string line, bool soundsAlike)
    {
        var pool = new TextPool();
        var (a, b) = (pool.Intern(line.Split(" ~ ")[0]), pool.Intern(line.Split(" ~ ")[1]));
        var likeness = WordComparer.Grade(pool, a, b, soundsAlike);
        Assert.Equal(likeness, WordComparer.Grade(pool, b, a, soundsAlike));
        return likeness;
    }
}
