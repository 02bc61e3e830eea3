namespace IntegrationHub.Identity.Blocking;

/// <summary>The kinds of atoms that keys are made of; their names in model files are in <see cref="AtomKinds"/>.</summary>
internal enum AtomKind
{
    Email,
    EmailLocal,
    PhoneTail,
    PhoneEnd,
    Identifier,
    IdentifierStart,
    IdentifierEnd,
    BirthDate,
    BirthYear,
    BirthDay,
    NameSound,
    GivenSound,
    FamilySound,
    GivenStart,
    FamilyStart,
    GivenNickname,
    Postal,
    PostalStart,
    LocalitySound,
    Place,
    House,
    StreetSound,
    OrganizationSound,
    CompanySound,
    CompanyWordSound,
}
