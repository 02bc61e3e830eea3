namespace IntegrationHub.Identity;

/// <summary>What keeps two records two customers.</summary>
public enum ApartCause
{
    /// <summary>The score of the pair is below the threshold.</summary>
    Score,

    /// <summary>Values or a source free of duplicates forbid it.</summary>
    Wall,

    /// <summary>A person decided so, on this pair or on two records of the two customers.</summary>
    Decision,

    /// <summary>The pair would link, but no key proposes it and no chain of other records that may join leads from one to the other.</summary>
    NoKey,

    /// <summary>The pair links, but the records around it speak against it in the mean.</summary>
    Guard,

    /// <summary>One of the two could as well belong to a third customer that cannot be one with the other.</summary>
    Ambiguous,

    /// <summary>Nothing: the next resolution joins them.</summary>
    Pending,
}
