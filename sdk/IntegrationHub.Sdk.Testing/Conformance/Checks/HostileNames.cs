using System.Text;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Sdk.Testing.Conformance.Checks;

/// <summary>Names that break what is not careful.</summary>
internal static class HostileNames
{
    internal static readonly (string What, string Name)[] All =
    [
        ("right-to-left writing with an override", "\u202Eאברהם بن يوسف\u202C Smith"),
        ("emoji of several code points", "👩‍👩‍👧‍👦 Zoë 🏳️‍🌈"),
        ("separate accents", "Zoe\u0308 Ångstro\u0308m"),
        ("dotless and dotted i", "İpek Işık"),
        ("quotes and backslashes", "O\"Brien \\ 'Neill' `x`"),
        ("markup", "<script>alert(1)</script> & <b>"),
        ("a formula", "=HYPERLINK(\"http://x.example\")"),
        ("a query", "Robert'); DROP TABLE people;--"),
        ("templates", "{{7*7}} ${jndi:ldap://x.example} %s %n {0}"),
        ("separators", "a;b,c|d\te"),
        ("line breaks", "first\r\nsecond\nthird"),
        ("control characters", "nul\u0000 esc\u001b[31m bell\u0007"),
        ("half a surrogate pair", "lone \uD83D end"),
        ("words that mean nothing elsewhere", "null"),
        ("a path", "../../../etc/passwd"),
        ("a megabyte", new string('x', 1024 * 1024)),
    ];

    // Half a surrogate pair cannot be written in UTF-8; what stands in for it is as good. Blanks around a name mean nothing.
    internal static bool Holds(PersonRecord person, string name) =>
        person.Fields.Any(f => f.Value == name || Plain(f.Value) == Plain(name));

    private static string Plain(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Trim();
}
