namespace IntegrationHub.Benchmarks.Load.People;

/// <summary>The till: a short name in capitals, a number or a card, at best the postal code.</summary>
internal sealed class TillSource(Slips slips) : CustomerSource(slips)
{
    private const double NameSlipRate = .03;
    private const double DigitSlipRate = .012;
    private const double PlaceholderRate = .01;
    private const double UpperShare = .7;

    public override string Name => "pos";

    public override string KeyColumn => "cust";

    public override string KeyPrefix => "P";

    public override char Delimiter => ',';

    public override SourceColumn[] Columns { get; } =
    [
        new("customer", "name.full"), new("tel", "phone"), new("card_no", "identifier:loyalty_card"), new("postal", "address.postalCode"),
    ];

    protected override SlipMix Mix { get; } = new(.55, .45, 0);

    public override void Fill(Appearance appearance, Dice dice, Cell[] cells)
    {
        var given = Words(appearance.Given, NameSlipRate, dice);
        var family = Words(appearance.Family, NameSlipRate, dice);
        var name = dice.Weighted([.45, .25, .12, .08, .1]) switch
        {
            0 => $"{given[0]}. {family}",
            1 => $"{given} {family}",
            2 => $"{given} {family[0]}.",
            3 => family,
            _ => string.Empty,
        };
        cells[0] = Cased(name, dice.Share(), UpperShare, 0);
        var hasCard = appearance.Card is not null && dice.Chance(.8);
        if (hasCard)
        {
            cells[2] = Cell.Of(Slips.MaybeDigit(appearance.Card!, DigitSlipRate / 4, dice));
        }

        if (dice.Chance(.6) || !hasCard)
        {
            cells[1] = PhoneWriting.Write(Slips.MaybeDigit(appearance.Phone, DigitSlipRate, dice), PlaceholderRate, style: 2, dice);
        }

        if (dice.Chance(.65))
        {
            cells[3] = Cell.Of(Slips.MaybeDigit(appearance.Home.Zip, DigitSlipRate, dice));
        }
    }
}
