namespace IntegrationHub.Identity.Models;

/// <summary>How an identifier behaves, by what is known of its namespace.</summary>
internal enum IdentifierBehaviour
{
    /// <summary>Nothing is known: an agreement speaks for, a difference a little against.</summary>
    Unknown = 0,

    /// <summary>One per person for life: national numbers, tax numbers.</summary>
    Exclusive = 1,

    /// <summary>Belongs to a device or browser: many per person.</summary>
    Device = 2,
}
