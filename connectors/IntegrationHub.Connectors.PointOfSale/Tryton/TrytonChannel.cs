namespace IntegrationHub.Connectors.PointOfSale.Tryton;

/// <summary>Where the sales of a Tryton database are made.</summary>
public enum TrytonChannel
{
    /// <summary>Over the counter.</summary>
    Store = 0,

    /// <summary>In a web shop.</summary>
    Online = 1,

    /// <summary>On the phone.</summary>
    Phone = 2,
}
