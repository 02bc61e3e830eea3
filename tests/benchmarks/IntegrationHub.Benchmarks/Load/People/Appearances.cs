namespace IntegrationHub.Benchmarks.Load.People;

/// <summary>Chooses how a person appears in a record.</summary>
internal static class Appearances
{
    private const double NicknameShare = .12;
    private const double MarkedShare = .5;
    private const double NativeShare = .45;
    private const double UsualCustomShare = .7;
    private const double KeptNameShare = .1;
    private const double DoubleNameShare = .2;
    private const double LandlineShare = .35;
    private const double OfficePhoneShare = .35;
    private const double OfficeMailboxShare = .2;
    private const double SharedMailboxShare = .35;
    private const double FirstMailboxShare = .8;

    public static Appearance Of(Person person, Dice dice)
    {
        var at = dice.Share();
        var (given, family) = person.IsForeign ? ForeignName(person, dice) : Name(person, at, dice);
        return new Appearance
        {
            Person = person,
            Given = given,
            Family = family,
            Home = At(person.Homes, at),
            Phone = Phone(person, at, dice),
            Mailbox = Mailbox(person, dice),
            Card = person.Cards.Length == 0 ? null : At(person.Cards, at),
        };
    }

    private static T At<T>(T[] items, double at) => items[(int)(at * items.Length)];

    private static (string Given, string Family) ForeignName(Person person, Dice dice)
    {
        if (dice.Chance(NativeShare))
        {
            return (person.Given, person.Family);
        }

        var custom = dice.Chance(UsualCustomShare) ? 0 : 1;
        return (Transliteration.Of(person.Given, custom), Transliteration.Of(person.Family, custom));
    }

    private static (string Given, string Family) Name(Person person, double at, Dice dice)
    {
        var given = person.Nickname is not null && dice.Chance(NicknameShare) ? person.Nickname : person.Given;
        var family = person.Family;
        if (person.MarriedFamily is not null && at >= person.MarriedAt && !dice.Chance(KeptNameShare))
        {
            family = !dice.Chance(DoubleNameShare) ? person.MarriedFamily
                : $"{person.Family}{(dice.Chance(.7) ? '-' : ' ')}{person.MarriedFamily}";
        }

        return dice.Chance(MarkedShare) ? (given, family) : (PlainText.Of(given), PlainText.Of(family));
    }

    private static string Phone(Person person, double at, Dice dice)
    {
        if (person.Office is not null && dice.Chance(OfficePhoneShare))
        {
            return person.Office.Phone;
        }

        return person.Landline is not null && dice.Chance(LandlineShare) ? person.Landline : At(person.Mobiles, at);
    }

    private static Mailbox Mailbox(Person person, Dice dice)
    {
        if (person.Office is not null && dice.Chance(OfficeMailboxShare))
        {
            return person.Office.Mailbox;
        }

        if (person.SharedMailbox is not null && dice.Chance(SharedMailboxShare))
        {
            return person.SharedMailbox;
        }

        return dice.Chance(FirstMailboxShare) ? person.Mailboxes[0] : dice.Of(person.Mailboxes);
    }
}
