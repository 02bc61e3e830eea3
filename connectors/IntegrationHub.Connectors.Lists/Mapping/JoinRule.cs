namespace IntegrationHub.Connectors.Lists.Mapping;

/// <summary>What happens when several columns, or a column with several values, feed one field.</summary>
internal enum JoinRule
{
    /// <summary>The field repeats.</summary>
    Repeat = 0,

    /// <summary>The pieces are joined with a blank: names and addresses.</summary>
    Blank = 1,

    /// <summary>The pieces are joined with a hyphen: the parts of a birth date.</summary>
    Hyphen = 2,

    /// <summary>The pieces are joined with a comma: attributes.</summary>
    Comma = 3,

    /// <summary>The first piece that is not blank counts.</summary>
    First = 4,
}
