namespace IntegrationHub.Connectors.WebAnalytics.Events;

/// <summary>What a sender says happened.</summary>
internal enum EventKind
{
    /// <summary>Who somebody is.</summary>
    Identify,

    /// <summary>Somebody did something.</summary>
    Track,

    /// <summary>Somebody saw a page.</summary>
    Page,

    /// <summary>Somebody saw a screen of an app.</summary>
    Screen,

    /// <summary>Somebody belongs to an organization.</summary>
    Group,

    /// <summary>Two ids are one person's.</summary>
    Alias,
}
