using System.Globalization;
using IntegrationHub.Identity.Standardising;
using IntegrationHub.Identity.Tests.Support;

namespace IntegrationHub.Identity.Tests.Standardising;

/// <summary>Sounds of words, a hexadecimal digit each behind a leading one.</summary>
public sealed class PhoneticKeyTests
{
    [Fact]
    public void Silent_letters_are_not_heard() => Table.Check(
        """
        _ => 0
        knight => 10000a4
        gnome => 10000a9
        pneumonia => 1000a9a
        wright => 10000b4
        psyche => 1000055
        kn => 100000a
        k => 1000006
        knut => 10000a4
        smith => 1000594
        smyth => 1000594
        schmidt => 1000594
        phone => 100003a
        foto => 1000034
        philip => 1000382
        anna => 100001a
        hanna => 10000ca
        ohara => 100001b
        wagner => 10036ab
        wachowski => 1003556
        lowe => 1000008
        yves => 1000135
        maya => 1000009
        dodge => 1000047
        edge => 1000017
        judge => 1000077
        badger => 100027b
        scene => 100005a
        science => 10005a5
        ascii => 1000015
        scythe => 1000054
        school => 1000058
        schick => 1000056
        cecil => 1000558
        cyprus => 10052b5
        cat => 1000064
        """, Key);

    [Fact]
    public void Letters_sound_as_they_sound() => Table.Check(
        """
        chris => 10005b5
        accent => 10165a4
        ghost => 1000654
        night => 10000a4
        laugh => 1000008
        gerald => 1007b84
        gin => 100007a
        gym => 1000079
        gold => 1000684
        garage => 10006b7
        jack => 1000076
        quick => 1000066
        xavier => 100053b
        max => 1000096
        zoe => 1000005
        susan => 100055a
        llama => 1000089
        mm => 1000009
        robert => 100b2b4
        rupert => 100b2b4
        bertram => 102b4b9
        victoria => 100364b
        fiona => 100003a
        dietrich => 10044b5
        thomas => 1000495
        catherine => 10064ba
        katharina => 10064ba
        abcdefghijklmnopqrstuvwxyz => 1126437
        bcdfgjklmn => 1264367
        aeiou => 1000001
        9lives => 8c227464
        佐藤 => b65e0518
        sato1 => 1000054
        b-b => 1000022
        wu => 1000003
        hh => 100000c
        who => 1000003
        """, Key);

    private static string Key(string word) => PhoneticKey.Of(word.Trim('_')).ToString("x", CultureInfo.InvariantCulture);
}
