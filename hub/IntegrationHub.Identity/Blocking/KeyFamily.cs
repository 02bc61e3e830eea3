namespace IntegrationHub.Identity.Blocking;

/// <summary>The kinds of keys: two records that share one value of any of them are a candidate pair.</summary>
internal enum KeyFamily
{
    Email = 1,
    EmailLocal,
    Phone,
    PhoneName,
    Identifier,
    BirthDate,
    BirthYearName,
    BirthDayName,
    NameSounds,
    NameStarts,
    PostalName,
    LocalityName,
    HouseStreet,
    HousePostal,
    EmployerName,
    CompanySound,
    CompanyPlace,
}
