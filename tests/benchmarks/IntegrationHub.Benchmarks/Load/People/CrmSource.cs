namespace IntegrationHub.Benchmarks.Load.People;

/// <summary>The staff's system: everything in columns, taken down on the telephone and from paper.</summary>
internal sealed class CrmSource(Slips slips) : CustomerSource(slips)
{
    private const double NameSlipRate = .025;
    private const double AddressSlipRate = .03;
    private const double DigitSlipRate = .012;
    private const double PlaceholderRate = .015;
    private const double SwapRate = .012;
    private const double InitialRate = .03;
    private const double UpperShare = .08;
    private const double LowerShare = .03;

    public override string Name => "crm";

    public override string KeyColumn => "contact_id";

    public override string KeyPrefix => "C";

    public override char Delimiter => ',';

    public override SourceColumn[] Columns { get; } =
    [
        new("first_name", "name.given"), new("middle", "name.middle"), new("last_name", "name.family"), new("suffix", "name.suffix"),
        new("email", "email"), new("phone", "phone"), new("house_no", "address.houseNumber"), new("street", "address.street"),
        new("unit", "address.line2"), new("city", "address.locality"), new("state", "address.region"), new("zip", "address.postalCode"),
        new("dob", "birthDate"), new("loyalty_no", "identifier:loyalty_card"),
    ];

    protected override SlipMix Mix { get; } = new(.5, .35, .15);

    public override void Fill(Appearance appearance, Dice dice, Cell[] cells)
    {
        var style = dice.Share();
        FillName(appearance, style, dice, cells);
        var hasMail = dice.Chance(.72);
        var hasPhone = dice.Chance(.8) || !hasMail;
        if (hasMail)
        {
            cells[4] = MailWriting.Write(appearance.Mailbox, PlaceholderRate, Slips, dice);
        }

        if (hasPhone)
        {
            cells[5] = PhoneWriting.Write(Slips.MaybeDigit(appearance.Phone, DigitSlipRate, dice), PlaceholderRate, 0, dice);
        }

        if (dice.Chance(.88) || !(hasMail && hasPhone))
        {
            FillAddress(appearance.Home, style, dice, cells);
        }

        if (dice.Chance(.68))
        {
            cells[12] = BirthWriting.Write(appearance.Person.Birth, dice);
        }

        if (appearance.Card is not null && dice.Chance(.75))
        {
            cells[13] = Cell.Of(Slips.MaybeDigit(appearance.Card, DigitSlipRate, dice));
        }
    }

    private void FillName(Appearance appearance, double style, Dice dice, Cell[] cells)
    {
        if (dice.Chance(.003))
        {
            cells[0] = Cell.Of(dice.Chance(.5) ? "Test" : "Customer");
            return;
        }

        var given = dice.Chance(InitialRate) ? appearance.Given[..1] + "." : Words(appearance.Given, NameSlipRate, dice);
        var family = Words(appearance.Family, NameSlipRate, dice);
        if (dice.Chance(SwapRate))
        {
            (given, family) = (family, given);
        }

        cells[0] = dice.Chance(.01) ? Cell.Empty : Cased(given, style, UpperShare, LowerShare);
        cells[2] = dice.Chance(.005) ? Cell.Empty : Cased(family, style, UpperShare, LowerShare);
        if (appearance.Person.Middle is { } middle && dice.Chance(.4))
        {
            cells[1] = Cell.Of(dice.Chance(.8) ? middle[..1] : middle);
        }

        if (appearance.Person.Generation is { } generation && dice.Chance(.5))
        {
            cells[3] = Cell.Of(generation);
        }
    }

    private void FillAddress(Home home, double style, Dice dice, Cell[] cells)
    {
        cells[6] = Cell.Of(Slips.MaybeDigit(home.House, DigitSlipRate, dice));
        cells[7] = Cased(Words(AddressWriting.Street(home, dice), AddressSlipRate, dice), style, UpperShare, LowerShare);
        cells[8] = Cell.Of(AddressWriting.Unit(home, dice));
        cells[9] = Cased(Words(AddressWriting.Town(home, dice), AddressSlipRate, dice), style, UpperShare, LowerShare);
        cells[10] = Cell.Of(home.Town.State);
        cells[11] = dice.Chance(.06) ? Cell.Empty : Cell.Of(Slips.MaybeDigit(home.Zip, DigitSlipRate, dice));
    }
}
