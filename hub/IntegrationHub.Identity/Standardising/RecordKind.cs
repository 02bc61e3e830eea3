namespace IntegrationHub.Identity.Standardising;

/// <summary>Who a record speaks of, as far as it says.</summary>
internal enum RecordKind
{
    Unknown = 0,
    Person = 1,
    Company = 2,
}
