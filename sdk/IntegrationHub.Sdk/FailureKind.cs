namespace IntegrationHub.Sdk;

/// <summary>Sorts failures by who must act, not by the cause.</summary>
public enum FailureKind
{
    /// <summary>A person must change a setting first; trying again as it is cannot help.</summary>
    Configuration = 0,

    /// <summary>Trying again later may work.</summary>
    Transient = 1,

    /// <summary>This record can never succeed; it is set aside and the rest goes on.</summary>
    Record = 2,

    /// <summary>The connector itself is wrong; its author must act.</summary>
    Defect = 3,
}
