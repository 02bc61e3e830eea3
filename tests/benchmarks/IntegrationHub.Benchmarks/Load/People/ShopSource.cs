namespace IntegrationHub.Benchmarks.Load.People;

/// <summary>The web shop: customers type for themselves, name and address in one line each.</summary>
internal sealed class ShopSource(Slips slips) : CustomerSource(slips)
{
    private const double NameSlipRate = .012;
    private const double AddressSlipRate = .02;
    private const double DigitSlipRate = .008;
    private const double PlaceholderRate = .02;
    private const double UpperShare = .04;
    private const double LowerShare = .14;

    public override string Name => "shop";

    public override string KeyColumn => "CustomerNumber";

    public override string KeyPrefix => "S-";

    public override char Delimiter => ',';

    public override SourceColumn[] Columns { get; } =
    [
        new("CustomerName", "name.full"), new("EmailAddress", "email"), new("Telephone", "phone"), new("ShipTo", "address.full"),
    ];

    protected override SlipMix Mix { get; } = new(.92, .08, 0);

    public override void Fill(Appearance appearance, Dice dice, Cell[] cells)
    {
        var style = dice.Share();
        var given = Words(appearance.Given, NameSlipRate, dice);
        var family = Words(appearance.Family, NameSlipRate, dice);
        var middle = appearance.Person.Middle is { } name && dice.Chance(.12) ? dice.Chance(.7) ? $" {name[0]}." : " " + name : string.Empty;
        var generation = appearance.Person.Generation is { } suffix && dice.Chance(.3) ? " " + suffix : string.Empty;
        cells[0] = dice.Weighted([.9, .04, .015, .025, .015, .005]) switch
        {
            0 => Cased(given + middle + " " + family + generation, style, UpperShare, LowerShare),
            1 => new Cell($"{given}{middle} {family}", $"{family}, {given}{middle}"),
            2 => Cased($"{family} {given}", style, UpperShare, LowerShare),
            3 => Cased($"{given[0]}. {family}{generation}", style, UpperShare, LowerShare),
            4 => Cased(given, style, UpperShare, LowerShare),
            _ => Cell.Of("Guest"),
        };
        var hasMail = dice.Chance(.97);
        if (hasMail)
        {
            cells[1] = MailWriting.Write(appearance.Mailbox, PlaceholderRate / 2, Slips, dice);
        }

        if (dice.Chance(.62) || !hasMail)
        {
            cells[2] = PhoneWriting.Write(Slips.MaybeDigit(appearance.Phone, DigitSlipRate, dice), PlaceholderRate, style: -1, dice);
        }

        if (dice.Chance(.93))
        {
            var street = Words(AddressWriting.Street(appearance.Home, dice), AddressSlipRate, dice);
            cells[3] = Cased(AddressWriting.Line(appearance.Home, street, dice), style, UpperShare, LowerShare);
        }
    }
}
