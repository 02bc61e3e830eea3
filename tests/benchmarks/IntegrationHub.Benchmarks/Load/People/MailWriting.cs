namespace IntegrationHub.Benchmarks.Load.People;

/// <summary>Writes e-mail addresses as forms receive them: in any case, with tags and dots, mistyped.</summary>
internal static class MailWriting
{
    private const double WordSlipRate = .008;
    private const double DomainSlipRate = .008;
    private const double DotRate = .03;
    private const double TagRate = .025;

    private static readonly string[] Placeholders = ["n/a", "none@none.com", "noemail@example.com", "test@test.com", "na@na.com", "unknown"];
    private static readonly string[] Tags = ["+shop", "+news", "+spam", "+1", "+orders"];

    private static readonly Dictionary<string, string[]> DomainSlips = new(StringComparer.Ordinal)
    {
        ["gmail.com"] = ["gmial.com", "gmail.con", "gamil.com", "gmai.com", "gmail.co"],
        ["yahoo.com"] = ["yaho.com", "yahoo.con", "yhaoo.com", "ymail.com"],
        ["hotmail.com"] = ["hotmial.com", "hotmal.com", "hotmail.con", "hotmail.co"],
        ["outlook.com"] = ["outlok.com", "outlook.con"],
        ["icloud.com"] = ["iclod.com", "icloud.con"],
    };

    /// <summary>Writes an address.</summary>
    public static Cell Write(Mailbox mailbox, double placeholderRate, Slips slips, Dice dice)
    {
        if (dice.Chance(placeholderRate))
        {
            return Cell.Of(dice.Of(Placeholders));
        }

        var local = dice.Chance(WordSlipRate) ? slips.Typed(mailbox.Local, dice) : mailbox.Local;
        var domain = dice.Chance(DomainSlipRate) && DomainSlips.TryGetValue(mailbox.Domain, out var wrong) ? dice.Of(wrong) : mailbox.Domain;
        local = local.Length == 0 ? mailbox.Local : local;
        var hasTags = domain is "gmail.com" or "outlook.com" or "icloud.com" or "hotmail.com" or "msn.com";
        var dotted = domain == "gmail.com" && local.Length > 3 && dice.Chance(DotRate) ? local.Insert(dice.Between(1, local.Length - 1), ".") : local;
        dotted = dotted.Contains("..", StringComparison.Ordinal) ? local : dotted;
        var written = $"{dotted}{(hasTags && dice.Chance(TagRate) ? dice.Of(Tags) : string.Empty)}@{domain}";
        var folded = $"{(domain == "gmail.com" ? local.Replace(".", string.Empty, StringComparison.Ordinal) : local)}@{domain}".ToLowerInvariant();
        return new Cell(folded, dice.Weighted([.85, .09, .06]) switch
        {
            0 => written,
            1 => char.ToUpperInvariant(written[0]) + written[1..],
            _ => written.ToUpperInvariant(),
        });
    }
}
