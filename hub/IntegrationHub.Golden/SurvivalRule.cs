namespace IntegrationHub.Golden;

/// <summary>How the surviving value of a field or group is chosen. Ties go to the better score, then the newer, then the smaller text.</summary>
public enum SurvivalRule
{
    /// <summary>The best score: trust × decay by age × validity × agreement among sources. The default of everything that shows one value.</summary>
    Best = 0,

    /// <summary>The value of the most recently changed record.</summary>
    MostRecent = 1,

    /// <summary>The value of the most trusted source.</summary>
    MostTrusted = 2,

    /// <summary>The value that most records carry.</summary>
    MostFrequent = 3,

    /// <summary>The longest value.</summary>
    Longest = 4,

    /// <summary>The value that the hub saw first.</summary>
    First = 5,

    /// <summary>All values, best score first, up to the field's maximum. Only for e-mail, phone, url, identifiers and addresses; their default.</summary>
    Union = 6,
}
