using IntegrationHub.Identity.Tests.Support;

namespace IntegrationHub.Identity.Tests.Clustering;

/// <summary>Small components with given scores and the customers they fall into; <see cref="Graph"/> says how they are written.</summary>
public sealed class GraphTests
{
    [Fact]
    public void Groups_join_by_weight_while_what_they_say_to_each_other_stays_above_the_floor_in_the_mean() => Table.Check(
        """
        1A => A
        AB 0 => AB
        BC 5, AB 2.5, AC -6.5 => A BC, look at AB 2.5
        BC 5, AB 2.5, AC -6.4 => ABC
        BC 2.5, AB 5, AC -6.5 => AB C, look at BC 2.5
        AB 50, CD 50, AC 40, AD -8, BC -8, BD -4 => AB CD, look at AC 40
        AB 50, CD 50, AC 40, AD -8, BC -8, BD -3.9 => ABCD
        AB 30, CD 30, AC 4, AD -100, BC 1, BD 0 => ABCD
        Ab 9, Ac 9, bc 9, cD 1, AD -6 => Abc D, look at Dc 1
        Ab 9, Ac 9, bc 9, cD 1, bD 0, AD -6 => ADbc
        BC 9, AB 5, AD 5, CD -12, BD -12 => AD BC, look at AB 5
        """,
        line => Graph.Cluster(line).Outcome);

    [Fact]
    public void Walls_of_values_part_groups_when_they_stand_between_more_than_a_few_pairs() => Table.Check(
        """
        ST -1! => S T
        10L, LX 8, MX 8, NX 8, OX 8, PX 8, QX 8, RX 8 => LMNOPQRSTUX
        9M, MX 8, NX 8, OX 8, PX 8, QX 8, RX 8 => MNOPQRSTU X, look at MX 8
        ab 9, cd 9, aS 8, cT 7, bc 5 => Sab Tcd, look at bc 5
        ab 9, cd 9, aS 8, cT 7, bc 5, ad 5, ac 5, bd 4, Tb 3, Sc 3, Td 3 => STabcd
        """,
        line => Graph.Cluster(line).Outcome);

    [Fact]
    public void What_fits_two_who_cannot_be_one_joins_neither() => Table.Check(
        """
        AB 5, BC 5, AC -4 => ABC
        AB 5, BC 5, AC -4.1 => A B C, look at AB 5?, AC -4.1, BC 5?
        AB 5, BC 3, AC -12 => A B C, look at AB 5?, AC -12, BC 3?
        AB 5, BC 2.9, AC -12 => AB C, look at BC 2.9
        xA 5, xB 4, AB -12, x#B => Ax B, look at AB -12
        xA 5, xB 4, AB -12, x#A => A Bx, look at AB -12
        xA 5, xB 4, AB -12, yA 4.8 => Ay B x, look at AB -12, Ax 5?, Bx 4?
        4a, 4A, 4E, aA 5, bE 5, AE -12 => ABCD EFGH abcd, look at AE -12, Aa 5?, Eb 5?
        5a, 5A, 5F, aA 5, bF 5, AF -12 => ABCDEabcde FGHIJ, look at Fb 5
        4a, 5A, 3H, aA 5, bH 5, AH -12 => ABCDE HIJ abcd, look at AH -12, Aa 5?, Hb 5?
        3a, 2A, 2H, aA 5, bH 5, AH -12 => ABabc HI, look at Hb 5
        AB 5, AC 5, BC -4.2, BD 5, CD 5, AD 1 => AD B C, look at AB 5?, AC 5?, BC -4.2
        αA 6, αB 4.5, AB -12, αa 5, αb 5, αc 5, αd 5, αe 5, αf 5, αg 5, αh 5, αi 5, αj 5, αk 5, αl 5, αm 5, αn 5, αo 5 => A Babcdefghijklmnoα, look at Aα 6?
        αA 6, αB 4.5, AB -12, αa 5, αb 5, αc 5, αd 5, αe 5, αf 5, αg 5, αh 5, αi 5, αj 5, αk 5, αl 5, αm 5, αn 5, αo 5, αp 5 => Aabcdefghijklmnopα B, look at Bα 4.5
        """,
        line => Graph.Cluster(line).Outcome);

    [Fact]
    public void Decisions_come_first_in_the_order_of_the_records_and_beat_all_but_a_never() => Table.Check(
        """
        A=B => AB
        A=B, A=C => ABC
        A=C, A=B, B#C => AB C
        B=C, A=C, A#B => AC B
        A=D, C=D, B=C, A#B => AD BC
        S=T, aS 5, aT 5 => STa
        S=A, A=T, S#T, aS 5 => ASa T
        AB 5, CD 5, A=C => AC B D, look at AB 5, CD 5
        A#B, AB 5 => A B
        A=?, B#?, AB 5 => AB
        AC 5, A=B | 1B => AB C, look at AC 5
        AB 5 | CD 5, A#C, BC 7, BD -2 => AB CD
        BC 5 | AD 3, A=B, D#C, CD 9, shop BD => AD BC
        """,
        line => Graph.Cluster(line).Outcome);

    [Fact]
    public void A_source_free_of_duplicates_has_one_record_in_a_customer_unless_a_person_says_so() => Table.Check(
        """
        shop AB, AB 5 => A B
        shop A, AB 5 => AB
        shop AB, AC 6, BC 5 => A B C, look at AC 6?, BC 5?
        shop AB, A=B, AC 6, BC 5 => ABC
        A=B, B=C, shop AC => ABC
        """,
        line => Graph.Cluster(line).Outcome);

    [Fact]
    public void Of_two_customers_the_best_pair_is_doubtful_and_of_equal_ones_the_first() => Table.Check(
        """
        AB 9, CD 9, AC -1, AD -1, BC -1, BD -1 => AB CD, look at AC -1
        AB 9, CD 9, AD -1, BC -1, BD -1 => AB CD, look at AD -1
        AB 9, CD 9, AC -1, AD -0.5, BC -1, BD -1 => AB CD, look at AD -0.5
        AB 9, CD 9, AC -4, AD -3, BC -3.5, BD -2.5 => AB CD, look at BD -2.5
        AB 9, CD 9, AC -1, AD -1, BC -1, BD -1, A#C => AB CD, look at AD -1
        AB 9, CD 9, EF 9, AC -1, CE -2, AE -3, BF -2.5 => AB CD EF, look at AC -1, BF -2.5, CE -2
        ST -3!, SA -2, TA -2, shop SA => A S T, look at AT -2
        """,
        line => Graph.Cluster(line).Outcome);

    [Fact]
    public void A_meeting_tells_the_pair_that_joined_or_spoke_most_against_it_and_the_mean() => Table.Check(
        """
        AB 5 => A+B Joined by AB 5, mean 5
        AB 5, BC 1, AC -6 => A+B Joined by AB 5, mean 5; AB+C Refused by AC -6, mean -2.5
        AB 5, BC 1, AC -8, BD 1, AD -8, CD 3 => A+B Joined by AB 5, mean 5; C+D Joined by CD 3, mean 3; AB+CD Refused by AC -8, mean -3.5
        Ab 9, Ac 9, bc 9, cD 1, AD -6 => A+b Joined by Ab 9, mean 9; Ab+c Joined by Ac 9, mean 9; D+Abc Refused by DA -6, mean -2.5
        AB 9, AC 5, BC -12, A#C => A+B Joined by AB 9, mean 9; AB+C Refused by AC 5, walls Decision
        SB 9, Sa 9, Ba 9, aT 7, BT -20 => B+S Joined by BS 9, mean 9; a+BS Ambiguous by aB 9, mean 9, rival T; a+T Ambiguous by aT 7, mean 7, rival BS
        aP 9, aN 0.5, PN -3 => P+a Joined by Pa 9, mean 9; N+Pa Joined by Na 0.5, mean -0.25
        aP 9, aN 0.5, PN -0.5 => P+a Joined by Pa 9, mean 9; N+Pa Joined by Na 0.5, mean 0.5
        aP 9, aN 0.5 => P+a Joined by Pa 9, mean 9; N+Pa Joined by Na 0.5, mean -0.25
        ab 9, cd 9, aS 8, cT 7, bc 5 => a+b Joined by ab 9, mean 9; c+d Joined by cd 9, mean 9; S+ab Joined by Sa 8, mean 8; T+cd Joined by Tc 7, mean 7; Sab+Tcd Refused by ST -8.92, mean -3.5, walls Twins, Generation
        ab 9, aS 8, bT 7 => a+b Joined by ab 9, mean 9; S+ab Joined by Sa 8, mean 8; T+Sab Refused by TS -8.92, walls Twins, Generation
        AB 9, aB 8, aC 7, A#C => A+B Joined by AB 9, mean 9; a+AB Ambiguous by aB 8, mean 8, rival C; a+C Ambiguous by aC 7, mean 7, rival AB
        AB 9, aB 8, aC 7, BC -11, shop AC => A+B Joined by AB 9, mean 9; a+AB Ambiguous by aB 8, mean 8, rival C; a+C Ambiguous by aC 7, mean 7, rival AB
        A=B, shop AB => A+B Decided by AB -26.95, mean -12, walls DeduplicatedSource
        S=T, TU -5! => S+T Decided by ST -8.92, mean -8.92, walls Twins, Generation
        S=U, U=T, S#T => S+U Decided by SU -8.92, mean -8.92, walls Twins, Generation; T+SU Refused by TS -8.92, walls Twins, Generation, Decision
        A=B, B=C, A#C, BC -40, shop BC => A+B Decided by AB -26.95, mean -12; AB+C Refused by AC -26.95, walls Decision
        AB 5, CD 5, A=C => A+C Decided by AC -26.95, mean -12; AC+B Refused by CB -26.95, mean -3.5; AC+D Refused by AD -26.95, mean -3.5
        BC 9, AB 5, AD 5, CD -12, BD -12 => B+C Joined by BC 9, mean 9; A+BC Refused by AC -26.95, mean -3.5; A+D Joined by AD 5, mean 5
        AB 5, BC 5, AC -12 => B+A Ambiguous by BA 5, mean 5, rival C; B+C Ambiguous by BC 5, mean 5, rival A
        xA 8, xB 7, xC 6, AB 4, AC -12, BC -12 => x+A Ambiguous by xA 8, mean 8, rival C; x+C Ambiguous by xC 6, mean 6, rival A; x+B Ambiguous by xB 7, mean 7, rival C; x+C Ambiguous by xC 6, mean 6, rival B; A+B Joined by AB 4, mean 4
        """,
        line => Graph.Cluster(line).Meetings);

    [Fact]
    public void Of_large_groups_a_sample_of_the_pairs_speaks_but_every_wall_of_a_person_or_source_stands() => Table.Check(
        """
        20a, aZ 1, bZ 2, cZ 3, dZ 4, eZ 5, fZ 6, gZ 7, hZ 8, iZ 1.5, jZ 2.5, kZ 3.5, lZ 4.5, mZ 5.5, nZ 6.5, oZ 7.5, pZ 8.5, qZ 1.2, rZ 2.3, sZ 3.4, tZ 4.5 => Z+abcdefghijklmnopqrst Joined by Zp 8.5, mean 4.24
        20a, 20α, aα 3, eα 4, aε 5, eε 6 => abcdefghijklmnopqrst+αβγδεζηθικλμνξοπρςστ Joined by eε 6, mean 3
        16a, aZ 5, p#Z => Z+abcdefghijklmnop Refused by Zp -13, walls Decision
        17a, aZ 5, q#Z => Z+abcdefghijklmnopq Refused by Zq -13, walls Decision
        17a, aα 5, q#α => abcdefghijklmnopq+α Refused by qα -13, walls Decision
        17a, aZ 5, p#Z => Z+abcdefghijklmnopq Refused by Zp -13, walls Decision
        17a, 20α, aα 5, τ#q => abcdefghijklmnopq+αβγδεζηθικλμνξοπρςστ Refused by qτ -13, walls Decision
        20α, 17a, aα 5, shop qτ => abcdefghijklmnopq+αβγδεζηθικλμνξοπρςστ Refused by qτ -13, walls DeduplicatedSource
        20a, 17α, aα 5, shop tρ => abcdefghijklmnopqrst+αβγδεζηθικλμνξοπρ Refused by tρ -13, walls DeduplicatedSource
        17a, aZ 5, shop qZ => Z+abcdefghijklmnopq Refused by Zq -13, walls DeduplicatedSource
        17a, aZ 5, shop q => Z+abcdefghijklmnopq Joined by Za 5, mean 5
        17a, aZ 5, shop q, q#? => Z+abcdefghijklmnopq Joined by Za 5, mean 5
        17a, aZ 5, q=Z, shop qZ => abcdefghijklmnop+Zq Joined by aq 9, mean 8.76
        17a, aZ 5, q#B | 1B => Z+abcdefghijklmnopq Joined by Za 5, mean 5
        """,
        line => Graph.Cluster(line).Meetings.Split("; ")[^1]);
}
