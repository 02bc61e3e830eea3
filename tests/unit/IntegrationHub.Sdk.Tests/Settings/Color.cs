namespace IntegrationHub.Sdk.Tests.Settings;

internal enum Color
{
    Blue = 0,
    DarkRed = 1,
    Indigo = 2,
}
