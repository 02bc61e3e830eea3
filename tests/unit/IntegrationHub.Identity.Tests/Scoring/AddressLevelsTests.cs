using IntegrationHub.Identity.Tests.Support;

namespace IntegrationHub.Identity.Tests.Scoring;

/// <summary>Addresses part by part, in lines, and in one piece.</summary>
public sealed class AddressLevelsTests
{
    [Fact]
    public void Parts_of_addresses_are_graded() => Table.CheckLevels("address.",
        """
        street: Mill Lane | houseNumber: 4 | postalCode: 40123 | locality: Ashford | region: KY ~ street: Mill Lane | houseNumber: 4 | postalCode: 40123 | locality: Ashford | region: KY => street exact, houseNumber exact, postalCode exact, locality exact, region exact
        street: Mill Lane ~ street: Mill Ln => street exact
        street: Mill Lane ~ street: Mil Lane => street near
        street: Mill Lane ~ street: Station Road => street different
        street: Old Mill Lane ~ street: Mill Old Lane => street words
        street: Old Mill Lane ~ street: Mill Lane => street different
        street: Upper Harbour View Road ~ street: Harbour View => street words
        street: Upper Harbour Road ~ street: Upper Station Road => street different
        street: Upper Harbour Road ~ street: Uper Station Road => street different
        street: Upper Harbour Road ~ street: Lower Station Road => street different
        street: Harbourview Terrace ~ street: Harbourvew Terrace => street near
        street: Harbourview Terrace ~ street: Harbour Terrace => street words
        street: Mill Lane | houseNumber: 4 ~ street: Mill Lane | houseNumber: 4a => street exact, houseNumber near
        street: Mill Lane | houseNumber: 4 ~ street: Mill Lane | houseNumber: 5 => street exact, houseNumber near
        street: Mill Lane | houseNumber: 14 ~ street: Mill Lane | houseNumber: 114 => street exact, houseNumber near
        street: Mill Lane | houseNumber: 14 ~ street: Mill Lane | houseNumber: 41 => street exact, houseNumber near
        street: Mill Lane | houseNumber: 14 ~ street: Mill Lane | houseNumber: 52 => street exact, houseNumber different
        street: Mill Lane | houseNumber: 14 ~ street: Mill Lane | houseNumber: 1 => street exact, houseNumber near
        street: Mill Lane | houseNumber: 1 ~ street: Mill Lane | houseNumber: 1144 => street exact, houseNumber different
        street: Mill Lane | houseNumber: 14 ~ street: Station Road | houseNumber: 14 => street different
        houseNumber: 14 ~ houseNumber: 14 => houseNumber exact
        houseNumber: 14 | locality: Ashford ~ houseNumber: 15 | locality: Ashford => houseNumber near, locality exact
        postalCode: 40123 ~ postalCode: 40123 => postalCode exact
        postalCode: 40123 ~ postalCode: 40123-1234 => postalCode exact
        postalCode: 40123-1234 ~ postalCode: 40123 => postalCode exact
        postalCode: 40123-1234 ~ postalCode: 40123-9876 => postalCode different
        postalCode: 40123 ~ postalCode: 40124 => postalCode near
        postalCode: 40123 ~ postalCode: 40132 => postalCode near
        postalCode: 40123 ~ postalCode: 4012 => postalCode near
        postalCode: 40123 ~ postalCode: 87955 => postalCode different
        postalCode: SW1A 1AA ~ postalCode: sw1a1aa => postalCode exact
        postalCode: 4012 ~ postalCode: 40123-9999 => postalCode different
        postalCode: 40123 ~ postalCode: 401239 => postalCode exact
        locality: Ashford ~ locality: Ashford => locality exact
        locality: Ashford ~ locality: Ashfrod => locality near
        locality: Ashford ~ locality: Ashfordbury => locality near
        locality: Ashford ~ locality: Dunmore => locality different
        locality: St. Albans ~ locality: Saint Albans => locality different
        locality: n/a ~ locality: Ashford => nothing
        region: KY ~ region: KY => region exact
        region: KY ~ region: TX => region different
        region: KY ~ region: Kentucky => nothing
        street: Mill Lane | street: Harbour House ~ street: Harbour House => street exact
        street: Mill Lane | houseNumber: 4 | locality: Ashford | country: KE ~ street: Mill Lane | houseNumber: 4 | locality: Ashford | country: TZ => street exact, houseNumber exact, locality exact
        country: KE ~ country: KE => nothing
        1 street: Mill Lane | 1 houseNumber: 4 | 2 street: Station Road | 2 houseNumber: 9 ~ street: Station Road | houseNumber: 9 => street exact, houseNumber exact
        street: Station Road | houseNumber: 9 ~ 1 street: Mill Lane | 1 houseNumber: 4 | 2 street: Station Road | 2 houseNumber: 9 => street exact, houseNumber exact
        1 street: Mill Lane | 2 street: Station Road ~ 1 street: Station Road | 2 street: Mill Lane => street exact
        1 country: KE | 2 street: Mill Lane ~ street: Mill Lane => street exact
        street: Hauptstraße | houseNumber: 12b ~ street: Hauptstr. | houseNumber: 12 b => street words, houseNumber exact
        street: Hauptstraße | houseNumber: 12b ~ street: Hauptstrasse | houseNumber: 12c => street exact, houseNumber near
        """);

    [Fact]
    public void Lines_of_addresses_are_graded() => Table.CheckLevels("address.",
        """
        street: Mill Lane ~ line1: 4 Mill Lane => street exact
        line1: 4 Mill Lane | line2: Harbour House ~ line1: Harbour House | line2: 4 Mill Lane => street exact, houseNumber exact
        line1: 4 Mill Lane | line2: Harbour House ~ line1: Harbour House => street exact
        line1: Harbour House ~ line1: 4 Mill Lane | line2: Harbour House => street exact
        line1: 4 Mill Lane | line2: Harbour House ~ line1: 4 Station Road | line2: Harbour House => street exact, houseNumber exact
        line1: 4 Mill Lane | line2: Harbour House ~ line1: 4 Station Road | line2: Harbor House => street exact, houseNumber exact
        line1: 4 Mill Lane | line2: Mill Lane ~ line2: Mill Lane => street exact
        line2: Mill Lane ~ line1: 4 Mill Lane => street exact
        line2: Mill Lane ~ street: Station Road => nothing
        line2: Mill Lane ~ line2: Station Road => nothing
        line1: 4 Mill Lane | line1: Harbour House ~ line1: Harbour House => street exact
        street: Mill Lane | line1: Harbour House ~ street: Mill Lane | line1: Station House => street exact
        """);

    [Fact]
    public void Addresses_in_one_piece_are_graded() => Table.CheckLevels("address.",
        """
        locality: Ashford ~ full: Mill Lane 4, 40123 Ashford => locality contained
        full: Mill Lane 4, 40123 Ashford ~ locality: Ashford => locality contained
        locality: New Town ~ full: Mill Lane 4, 40123 New Town => locality contained
        locality: New Town ~ full: Mill Lane 4, 40123 Town New => nothing
        locality: Ashford ~ full: Mill Lane 4, 40123 Dunmore => nothing
        full: 4 Mill Lane, Ashford 40123 ~ street: Mill Lane | houseNumber: 4 | postalCode: 40123 | locality: Ashford => street exact, houseNumber exact, postalCode exact, locality contained
        full: Mill Lane 4, Ashford 40123 ~ full: 4 Mill Lane, Ashford, 40123 => street exact, houseNumber exact, postalCode exact
        full: Apt 7, 4 Mill Lane ~ full: 4 Mill Lane Apt 9 => street exact, houseNumber exact
        full: Apt B, 4 Mill Lane ~ full: 4 Mill Lane => street different
        full: 4 Mill Lane Suite 900 ~ full: 4 Mill Lane => street exact, houseNumber exact
        full: Suite Lane 4 ~ full: Suite Lane 4 => street exact, houseNumber exact
        full: 42nd Street 7 ~ full: 7 42nd St => street exact, houseNumber exact
        full: 7 42nd Street ~ full: 7 43rd Street => street near, houseNumber exact
        full: N Mill Lane 4 ~ full: North Mill Lane 4 => street near, houseNumber exact
        full: N Mill Lane 4 ~ full: Mill Lane 4 => street near, houseNumber exact
        full: PO Box 77 ~ full: PO Box 77 => street exact, houseNumber exact
        full: PO Box 77 ~ full: P.O. Box 78 => street exact, houseNumber near
        full: PO Box 123456 ~ full: PO Box 123456 => street exact, postalCode exact
        full: 12b Hauptstraße, 10115 Berlin ~ full: Hauptstraße 12, 10115 Berlin => street exact, houseNumber near, postalCode exact
        full: Hauptstraße 12, 10115 ~ full: Hauptstraße 12, 10116 => street exact, houseNumber exact, postalCode near
        full: Harbour House, 4 Mill Lane, Ashford ~ full: Mill Lane 4, Ashford => street words
        full: Harbour House, Ashford ~ full: Harbour House, Dunmore => street different
        full: Harbour House Ashford ~ full: Harbour House Dunmore => street words
        """);

    [Fact]
    public void Words_in_common_make_streets_alike() => Table.CheckLevels("address.",
        """
        street: Qorvex Umbo Kato ~ street: Kato Umbo Qorvex => street near
        street: Qorvex Umbo ~ street: Umbo Qorvex => street near
        street: Umbo ~ street: Kato Umbo Qorvex => street words
        street: Kato Umbo Qorvex ~ street: Umbo => street words
        street: Qorvex Umbo ~ street: Zembla Umbo Kato => street words
        street: Zembla Umbo Kato ~ street: Qorvex Umbo => street words
        street: Qorvex Umbo Kato ~ street: Zembla Umbo Dunmo => street different
        street: Qorvex Umbo ~ street: Zembla Umbx Dunmo => street words
        street: Qorvex Umb ~ street: Zembla Umx Dunmo => street different
        street: Qorvex Umbo ~ street: Zembla Uxbx Dunmo => street different
        street: Qorvex Umbo ~ street: Umbx Qorve => street near
        street: Kato ~ line2: Kato Umbo Qorvex => street words
        street: Umbo Kato ~ line2: Kato Umbo Qorvex => street near
        line2: Kato Umbo Qorvex ~ street: Umbo Kato => street near
        street: North | line1: Umbo Kato ~ street: Qorvex | line1: Umbo Kato => nothing
        street: Qorvex | line1: Umbo Kato ~ street: North | line1: Umbo Kato => nothing
        street: North ~ street: South => nothing
        line2: Zemblatzho ~ line2: Zemblatkus => nothing
        line2: Zemblatzhof ~ line2: Zemblatzhoff => street near
        street: Umbo | line2: Zemblatzhof ~ street: Kato | line2: Zemblatzhoff => street near
        street: Umbo | line2: Zemblatzhof ~ street: Zemblatzhoff | line2: Kato => street near
        street: Umbo | line2: Zemblatzho ~ street: Kato | line2: Zemblatkus => street different
        street: Zemblatzhof | line2: Umbo ~ street: Zemblatzhoff | line2: Umbo => street exact
        """);
}
