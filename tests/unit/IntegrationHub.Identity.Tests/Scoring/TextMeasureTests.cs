using System.Globalization;
using IntegrationHub.Identity.Scoring;
using IntegrationHub.Identity.Standardising;
using IntegrationHub.Identity.Tests.Support;

namespace IntegrationHub.Identity.Tests.Scoring;

/// <summary>The string measures in figures, short and beyond one vector and one word; <see cref="TextDistanceTests"/> holds them to their definitions.</summary>
public sealed class TextMeasureTests
{
    private static readonly string Long = string.Concat(Enumerable.Repeat("abcdefghij", 3));

    private static readonly string VeryLong = string.Concat(Enumerable.Repeat("abcdefghij", 7));

    [Fact]
    public void Distances_are_what_they_are() => Table.Check(
        """
        _ ~ _ => 0 0
        _ ~ abc => 3 3
        a ~ abc => 2 2
        a ~ bcd => 3 3
        a ~ b => 1 1
        ab ~ ba => 1 1
        abc ~ acb => 1 1
        abcd ~ badc => 2 2
        ca ~ abc => 3 3
        holtz ~ holz => 1 1
        holtz ~ hotlz => 1 1
        kitten ~ sitting => 3 3
        saturday ~ sunday => 3 3
        anna ~ bertram => 6 6
        dixon ~ dicksonx => 4 4
        martha ~ marhta => 1 1
        dwayne ~ duane => 2 2
        abcdefgh ~ hgfedcba => 7 7
        abcdefghijklmnop ~ abcdefghjiklmnop => 1 1
        abcdefghijklmnop ~ bacdefghijklmnpo => 2 2
        abcdefghijklmnopq ~ bacdefghijklmnopqr => 2 2
        qabcdefghijklmnopx ~ zabcdefghijklmnopyw => 3 3
        xLy ~ zLw => 2 2
        xLLy ~ zLLw => 2 2
        xLya ~ zLawy => 4 4
        xabL ~ zbaLq => 3 3
        xLLabcd ~ yLLdcba => 4 4
        xVy ~ zVw => 2 2
        xyVab ~ yxVba => 2 2
        xVcaV ~ yVacVz => 3 3
        xVabcV ~ yVzV => 4 4
        яблоко ~ яблоок => 1 1
        яблоко ~ облако => 2 2
        xяL ~ yяLz => 2 2
        xLя ~ yLю => 2 2
        aя ~ яa => 1 1
        ab1 ~ ab2 => 1 1
        user12 ~ user21 => 1 1
        aaaa ~ aa => 2 2
        abab ~ baba => 2 2
        xLC ~ yLN => 2 2
        xLO ~ yLя => 2 2
        Oя ~ яO => 1 1
        xLяя ~ yLяO => 2 2
        xVя ~ yVю => 2 2
        z ~ d => 1 1
        z ~ v => 1 1
        a ~ q => 1 1
        abcdefghijklmnopq ~ qabcdefghijklmnop => 2 2
        abcdefghijklmnop ~ qbcdefghijklmnoa => 2 2
        bacdefghijklmnoq ~ abcdefghijklmnop => 2 2
        abcabcabcabcabcabc ~ cbacbacbacbacbacba => 7 7
        LL ~ LLab => 2 2
        xLLab ~ LLabx => 2 2
        LLabcd ~ dLLabc => 2 2
        LLabcdx ~ yLLabcd => 2 2
        """,
        line => Measure(line, (a, b) => $"{EditDistance.Osa(a, b)} {EditDistance.Osa(b, a)}"));

    [Fact]
    public void Similarities_are_what_they_are() => Table.Check(
        """
        _ ~ _ => 1.00000 1.00000
        _ ~ abc => 0.00000 0.00000
        a ~ abc => 0.80000 0.80000
        a ~ bcd => 0.00000 0.00000
        a ~ b => 0.00000 0.00000
        ab ~ ba => 0.00000 0.00000
        abc ~ acb => 0.60000 0.60000
        abcd ~ badc => 0.83333 0.83333
        ca ~ abc => 0.00000 0.00000
        holtz ~ holz => 0.95333 0.95333
        holtz ~ hotlz => 0.94667 0.94667
        kitten ~ sitting => 0.74603 0.74603
        saturday ~ sunday => 0.77750 0.77750
        anna ~ bertram => 0.46429 0.46429
        dixon ~ dicksonx => 0.81333 0.81333
        martha ~ marhta => 0.96111 0.96111
        dwayne ~ duane => 0.84000 0.84000
        abcdefgh ~ hgfedcba => 0.50000 0.50000
        abcdefghijklmnop ~ abcdefghjiklmnop => 0.98750 0.98750
        abcdefghijklmnop ~ bacdefghijklmnpo => 0.95833 0.95833
        abcdefghijklmnopq ~ bacdefghijklmnopqr => 0.96187 0.96187
        qabcdefghijklmnopx ~ zabcdefghijklmnopyw => 0.91033 0.91033
        xLy ~ zLw => 0.95833 0.95833
        xLLy ~ zLLw => 0.97849 0.97849
        xLya ~ zLawy => 0.95987 0.95987
        xabL ~ zbaLq => 0.95987 0.95987
        xLLabcd ~ yLLdcba => 0.97379 0.97379
        xVy ~ zVw => 0.98958 0.98958
        xyVab ~ yxVba => 0.99479 0.99479
        xVcaV ~ yVacVz => 0.98958 0.98958
        xVabcV ~ yVzV => 0.98958 0.98958
        яблоко ~ яблоок => 0.96667 0.96667
        яблоко ~ облако => 0.69444 0.69444
        xяL ~ yяLz => 0.96938 0.96938
        xLя ~ yLю => 0.95833 0.95833
        aя ~ яa => 0.00000 0.00000
        ab1 ~ ab2 => 0.82222 0.82222
        user12 ~ user21 => 0.96667 0.96667
        aaaa ~ aa => 0.86667 0.86667
        abab ~ baba => 0.83333 0.83333
        xLC ~ yLN => 0.95833 0.95833
        xLO ~ yLя => 0.95833 0.95833
        Oя ~ яO => 0.00000 0.00000
        xLяя ~ yLяO => 0.95960 0.95960
        xVя ~ yVю => 0.98958 0.98958
        z ~ d => 0.00000 0.00000
        z ~ v => 0.00000 0.00000
        a ~ q => 0.00000 0.00000
        abcdefghijklmnopq ~ qabcdefghijklmnop => 0.96078 0.96078
        abcdefghijklmnop ~ qbcdefghijklmnoa => 0.91667 0.91667
        bacdefghijklmnoq ~ abcdefghijklmnop => 0.93611 0.93611
        abcabcabcabcabcabc ~ cbacbacbacbacbacba => 0.88889 0.88889
        LL ~ LLab => 0.99355 0.99355
        xLLab ~ LLabx => 0.98942 0.98942
        LLabcd ~ dLLabc => 0.83333 0.83333
        LLabcdx ~ yLLabcd => 0.98958 0.98958
        """,
        line => Measure(line, (a, b) => string.Create(CultureInfo.InvariantCulture, $"{JaroWinkler.Similarity(a, b):0.00000} {JaroWinkler.Similarity(b, a):0.00000}")));

    [Fact]
    public void Shapes_count_letters_and_say_what_can_be_reached() => Table.Check(
        """
        _ ~ _ => 0 0 5 none 0
        _ ~ abc => 0 3 5 none 0
        a ~ abc => 1 2 3 none 1
        a ~ bcd => 0 3 0 none 1
        a ~ b => 0 1 0 none 1
        ab ~ ba => 2 0 5 none 2
        abc ~ acb => 3 0 5 none 3
        abcd ~ badc => 4 0 5 none 4
        ca ~ abc => 2 1 3 none 2
        holtz ~ holz => 4 1 5 none 5
        holtz ~ hotlz => 5 0 5 none 5
        kitten ~ sitting => 5 2 3 none 6
        saturday ~ sunday => 5 3 3 none 8
        anna ~ bertram => 1 6 0 none 4
        dixon ~ dicksonx => 5 3 4 none 5
        martha ~ marhta => 6 0 5 none 6
        dwayne ~ duane => 4 2 3 none 6
        abcdefgh ~ hgfedcba => 8 0 5 none 8
        abcdefghijklmnop ~ abcdefghjiklmnop => 16 0 5 none 16
        abcdefghijklmnop ~ bacdefghijklmnpo => 16 0 5 none 16
        abcdefghijklmnopq ~ bacdefghijklmnopqr => 17 1 5 none 17
        qabcdefghijklmnopx ~ zabcdefghijklmnopyw => 16 3 4 none 18
        xLy ~ zLw => 30 2 5 none 32
        xLLy ~ zLLw => 60 2 5 none 62
        xLya ~ zLawy => 32 2 5 none 33
        xabL ~ zbaLq => 32 2 5 none 33
        xLLabcd ~ yLLdcba => 64 1 5 none 65
        xVy ~ zVw => 70 2 5 none 72
        xyVab ~ yxVba => 74 0 5 none 74
        xVcaV ~ yVacVz => 142 2 5 none 143
        xVabcV ~ yVzV => 141 3 5 none 144
        яблоко ~ яблоок => 6 0 5 none 6
        яблоко ~ облако => 5 1 3 none 6
        xяL ~ yяLz => 31 2 5 none 32
        xLя ~ yLю => 30 2 5 none 32
        aя ~ яa => 2 0 5 none 2
        ab1 ~ ab2 => 2 1 3 digits 3
        user12 ~ user21 => 6 0 5 digits 6
        aaaa ~ aa => 2 2 4 none 4
        abab ~ baba => 4 0 5 none 4
        xLC ~ yLN => 31 1 5 none 32
        xLO ~ yLя => 31 1 5 none 32
        Oя ~ яO => 2 0 5 none 2
        xLяя ~ yLяO => 32 1 5 none 33
        xVя ~ yVю => 70 2 5 none 72
        z ~ d => 0 1 0 none 1
        z ~ v => 0 1 0 none 1
        a ~ q => 0 1 0 none 1
        abcdefghijklmnopq ~ qabcdefghijklmnop => 17 0 5 none 17
        abcdefghijklmnop ~ qbcdefghijklmnoa => 15 1 5 none 16
        bacdefghijklmnoq ~ abcdefghijklmnop => 15 1 5 none 16
        abcabcabcabcabcabc ~ cbacbacbacbacbacba => 18 0 5 none 18
        LL ~ LLab => 60 2 5 none 60
        xLLab ~ LLabx => 63 0 5 none 63
        LLabcd ~ dLLabc => 64 0 5 none 64
        LLabcdx ~ yLLabcd => 64 1 5 none 65
        """,
        line => Measure(line, Shapes));

    private static string Shapes(string a, string b)
    {
        var (x, y) = (new TextShape(a), new TextShape(b));
        var common = TextShape.CommonMax(x, y);
        var reach = new[] { .6, .7, .8, .9, .95 }.Count(s => JaroWinkler.CanReach(new JaroBound(s), x, y, common));
        return string.Create(CultureInfo.InvariantCulture, $"{common} {TextShape.EditsMin(x, y)} {reach} {(x.HasDigits ? "digits" : "none")} {x.Length}");
    }

    /// <summary>Reads two texts, where L stands for thirty letters, V for seventy, N for the first sign of all and C for the first beyond ASCII.</summary>
    private static string Measure(string line, Func<string, string, string> measure)
    {
        var texts = line.Split(" ~ ").Select(t => t.Trim('_').Replace('N', '\0').Replace('C', '\u0080')
            .Replace("L", Long, StringComparison.Ordinal).Replace("V", VeryLong, StringComparison.Ordinal)).ToArray();
        return measure(texts[0], texts[1]);
    }
}
