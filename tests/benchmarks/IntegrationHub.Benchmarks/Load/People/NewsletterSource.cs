namespace IntegrationHub.Benchmarks.Load.People;

/// <summary>The newsletter: an address, mostly a first name, sometimes more; some of it scanned from cards.</summary>
internal sealed class NewsletterSource(Slips slips) : CustomerSource(slips)
{
    private const double NameSlipRate = .015;
    private const double PlaceholderRate = .002;
    private const double LowerShare = .18;

    private static readonly string[] Countries = ["US", "USA", "United States"];

    public override string Name => "newsletter";

    public override string KeyColumn => "Subscriber";

    public override string KeyPrefix => "N";

    public override char Delimiter => ';';

    public override SourceColumn[] Columns { get; } =
    [
        new("Email Address", "email"), new("First Name", "name.given"), new("Last Name", "name.family"), new("Country", "address.country"),
    ];

    protected override SlipMix Mix { get; } = new(.6, 0, .4);

    public override void Fill(Appearance appearance, Dice dice, Cell[] cells)
    {
        var style = dice.Share();
        cells[0] = MailWriting.Write(appearance.Mailbox, PlaceholderRate, Slips, dice);
        if (dice.Chance(.8))
        {
            cells[1] = Cased(Words(appearance.Given, NameSlipRate, dice), style, 0, LowerShare);
        }

        if (dice.Chance(.45))
        {
            cells[2] = Cased(Words(appearance.Family, NameSlipRate, dice), style, 0, LowerShare);
        }

        if (dice.Chance(.6))
        {
            cells[3] = new Cell("US", dice.Of(Countries));
        }
    }
}
