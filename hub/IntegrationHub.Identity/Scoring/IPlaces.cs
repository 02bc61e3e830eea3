namespace IntegrationHub.Identity.Scoring;

/// <summary>Knows where each character of a text of up to 64 occurs. Only ever a type argument, so that calls cost nothing.</summary>
internal interface IPlaces
{
    /// <summary>Gets the places of a character as bits.</summary>
    ulong Of(char c);
}
