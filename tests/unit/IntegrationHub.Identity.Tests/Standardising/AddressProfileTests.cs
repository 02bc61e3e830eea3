using IntegrationHub.Identity.Tests.Support;

namespace IntegrationHub.Identity.Tests.Standardising;

/// <summary>Addresses as they are compared: house, street, words and the rest, from parts or from one line.</summary>
public sealed class AddressProfileTests
{
    [Fact]
    public void Addresses_in_one_piece_are_read() => Table.Check(
        """
        address.full: 4 Mill Lane, Ashford 40123 => address whole; house 4; street milllane; postal 40123; words ashford
        address.full: Mill Lane 4, 40123 Ashford => address whole; house 4; street milllane; postal 40123; words ashford
        address.full: Harbour House, 4 Mill Lane, Ashford => address whole; street harbormilllaneashford; words ashford
        address.full: Apt 7, 4 Mill Lane => address whole; house 4; street milllane
        address.full: 4 Mill Lane Apt B => address whole; house 4; street milllane
        address.full: 4 Mill Lane Apt B North => address whole; house 4; street milllane
        address.full: 4 Mill Lane Apt BB => address whole; house 4; street milllaneaptbb; words apt+bb
        address.full: 4 Mill Lane Apt => address whole; house 4; street milllaneapt; words apt
        address.full: PO Box 77, Ashford 40123 => address whole; house 77; street pobox; postal 40123; words po+box+ashford
        address.full: 7 42nd Street, Ashford => address whole; house 7; street 42ndstreet; words 42nd+ashford
        address.full: 42nd Street => address whole; street 42ndstreet; words 42nd
        address.full: 42n Street => address whole; house 42n; street street
        address.full: 123456 Mill Lane 4 => address whole; house 4; street milllane; postal 123456
        address.full: 4 Mill Lane 123 4567 => address whole; house 4; street milllane; postal 4567
        address.full: 12 Mill Lane, Ashford, 40123 40999 => address whole; house 12; street milllane; postal 40123; words ashford
        address.full: 4 North Mill Lane W => address whole; house 4; street milllanew
        address.full: 4 A Street => address whole; house 4; street astreet
        address.full: none => address whole; street none
        address.full: 4 Mill Lane one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen => address whole; house 4; street milllaneonetwothreefourfivesixseveneightnineteneleventwelvethirt; words one+two+three+four+five+six+seven+eight+nine+ten+eleven+twelve+thirteen+fourteen+fifteen+sixteen
        address.full: One Lane | address.full: Two Lane => address whole; street onelane; words one
        address.full: One Lane | address.line1: Two Lane => address whole; street twolane; words two
        address.full: 12345 Mill Lane => address whole; house 12345; street milllane
        address.full: 123456 Mill Lane => address whole; street milllane; postal 123456
        address.full: 4 Mill Lane 123 => address whole; house 4; street milllane
        address.full: 4 Mill Lane, 5 Ashford 1234 => address whole; house 4; street milllane; postal 1234; words ashford
        address.full: Mill Lane, 4 Ashford => address whole; house 4; street milllaneashford; words ashford
        address.full: 4 Mill Lane A Unit 7 B => address whole; house 4; street milllaneab
        address.full: Unit 7a, 4 Mill Lane => address whole; house 4; street milllane
        address.full: Unit 7 8 Mill Lane => address whole; house 8; street milllane
        address.full: 4 Mill Lane Unit, 7 => address whole; house 4; street milllane
        address.full: 1st Lane 4 => address whole; house 4; street 1stlane; words 1st
        address.full: 1s Lane 4 => address whole; house 1s; street lane
        address.full: th th th th th th th th th th th th th th th th th th th th th th th th th th th th th th th th th th th th th th th th => address whole; street township highwaytownship highwaytownship highwaytownship highway
        """, line => ProfileText.Of(Lines.Fields(string.Empty, line)));

    [Fact]
    public void Addresses_in_parts_are_read() => Table.Check(
        """
        address.line1: 4 Mill Lane | address.locality: Ashford => address; house 4; street milllane; locality ashford
        address.line1: 4 Mill Lane | address.line2: Harbour House | address.locality: Ashford => address; house 4; street milllane; second harborhouse; locality ashford; words house
        address.line1: 4 Mill Lane, Ashford | address.locality: Ashford => address whole; house 4; street milllane; locality ashford; words ashford
        address.line1: 4 Mill Lane => address whole; house 4; street milllane
        address.line1: 4 Mill Lane | address.line1: Harbour House | address.line1: Third => address whole; house 4; street milllane; second harborhouse; words house
        address.line2: 4 Mill Lane | address.locality: Ashford => address; house 4; second milllane; locality ashford
        address.line2: One | address.line2: Two | address.locality: Ashford => address; second one; locality ashford; words one
        address.street: Mill Lane | address.houseNumber: 4a | address.locality: Ashford | address.region: KY | address.postalCode: 40 123 | address.country: KE => address; house 4a; street milllane; locality ashford; region ky; postal 40123; country ke
        address.street: Mill Lane | address.line1: 9 Harbour House | address.locality: Ashford => address; house 9; street milllane; locality ashford; words house
        address.street: Mill Lane | address.street: Harbour House | address.street: Third | address.locality: Ashford => address; street milllane; second harborhouse; locality ashford; words house
        address.street: Mill Lane 9 | address.houseNumber: 4 | address.locality: Ashford => address; house 4; street milllane; locality ashford
        address.street: Mill Lane 40999 | address.houseNumber: 4 | address.postalCode: 40123 | address.locality: Ashford => address; house 4; street milllane; locality ashford; postal 40123
        address.houseNumber: 4 | address.houseNumber: 5 | address.region: KY | address.region: TX | address.postalCode: 1234 | address.postalCode: 5678 | address.country: KE | address.country: TZ | address.locality: One | address.locality: Two => address; house 4; locality one; region ky; postal 1234; country ke
        address.locality: n/a | address.postalCode: none => address
        address.unknown: x => address whole
        1 address.street: North | 1 address.line1: Umbo Kato => address whole; words umbo+kato
        address.street: Umbo | address.line2: Kato, Zembla | address.locality: Ashford => address; street umbo; second katozembla; locality ashford; words umbo+kato+zembla
        address.full: Umbo Lane | address.locality: Ashford => address whole; street umbolane; locality ashford; words umbo
        address.line1: Umbo Lane, Zembla => address whole; street umbolanezembla; words umbo+zembla
        address.locality: Ashford | 2 address.locality: Dunmore | 3 address.locality: Coldwater | 5 address.locality: Brunswick => address; locality ashford; address; locality dunmore; address; locality coldwater
        """, line => ProfileText.Of(Lines.Fields(string.Empty, line)));
}
