namespace IntegrationHub.Identity.Scoring;

/// <summary>What forbids two records to be one customer, whatever their score.</summary>
[Flags]
internal enum Walls
{
    None = 0,

    /// <summary>Clearly different exclusive identifiers, and name or birth date differ too.</summary>
    Identifiers = 1,

    /// <summary>One household, but two well-known given names, or other given name and other birth date.</summary>
    Twins = 2,

    /// <summary>Senior and junior, by name, or by birth date where they share a household or live apart.</summary>
    Generation = 4,

    /// <summary>A person and a company.</summary>
    Kind = 8,

    /// <summary>Two records of a source that promises one per customer.</summary>
    DeduplicatedSource = 16,

    /// <summary>A person decided that they are not the same.</summary>
    Decision = 32,

    /// <summary>Those that differing values raise.</summary>
    OfValues = Identifiers | Twins | Generation,
}
