namespace IntegrationHub.Integration.Tests.Deciding;

/// <summary>Fictional people as records say them.</summary>
internal static class Someone
{
    public const string Ada =
        "name.given: Ada | name.family: Lindqvist | email: ada.lindqvist@example.org | phone: +14025550136 | birthDate: 1985-04-12"
        + " | address.street: Mill Lane | address.houseNumber: 14 | address.locality: Ashford | address.postalCode: 68001";

    public const string Clara =
        "name.given: Clara | name.family: Kowalski | email: clara@example.com | phone: +14025550199 | birthDate: 1971-09-30"
        + " | address.street: Oak Avenue | address.houseNumber: 3 | address.locality: Dunmore | address.postalCode: 68102";

    /// <summary>Records that resemble <see cref="Ada"/> more or less; whatever the weights, one of them is in doubt.</summary>
    private static readonly string[] Resembling =
    [
        "name.given: Bertram | name.family: Lindqvist | phone: +14025550136",
        "name.given: Bertram | name.family: Lindqvist | phone: +14025550136 | address.street: Mill Lane | address.houseNumber: 14 | address.postalCode: 68001",
        "name.given: Bertram | name.family: Lindqvist | address.street: Mill Lane | address.houseNumber: 14 | address.locality: Ashford | address.postalCode: 68001",
        "name.given: Bjarke | name.family: Lindqvist | phone: +14025550136",
        "name.given: Bjarke | name.family: Lindqvist | phone: +14025550136 | address.street: Mill Lane | address.houseNumber: 14 | address.postalCode: 68001",
        "name.given: Adabeth | name.family: Lindqvist | phone: +14025550136 | birthDate: 1949-11-30",
        "name.given: A | name.family: Lindqvist",
        "name.given: Adele | name.family: Lindqvist | address.street: Mill Lane | address.houseNumber: 14 | address.locality: Ashford | address.postalCode: 68001",
        "name.given: Ada | name.family: Lindqvist | birthDate: 1949-11-30",
        "name.given: Ada | name.family: Lindqvist | phone: +14025550177 | birthDate: 1958-09-02 | address.locality: Dunmore",
        "name.given: Ada | name.family: Kowalski | birthDate: 1985-04-12",
    ];

    /// <summary>Delivers Ada as <c>a</c> and, as <c>b</c>, a record of which the hub cannot say whether it is hers.</summary>
    public static async Task PutAdaAndADoubtfulRecordAsync(MatchBench bench)
    {
        await bench.PutAsync("a", Ada);
        foreach (var values in Resembling)
        {
            await bench.PutAsync("b", values);
            if ((await bench.QueueAsync()).Contains("a-b"))
            {
                return;
            }
        }

        Assert.Fail("None of the records that resemble Ada is in doubt.");
    }
}
