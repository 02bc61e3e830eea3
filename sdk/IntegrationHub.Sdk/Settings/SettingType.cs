namespace IntegrationHub.Sdk.Settings;

/// <summary>What a setting holds.</summary>
public enum SettingType
{
    /// <summary>Text.</summary>
    Text = 0,

    /// <summary>A whole number.</summary>
    Integer = 1,

    /// <summary>A number.</summary>
    Number = 2,

    /// <summary>Yes or no.</summary>
    Boolean = 3,

    /// <summary>One of <see cref="SettingDescription.Options"/>.</summary>
    Choice = 4,

    /// <summary>A length of time, written <c>hh:mm:ss</c>.</summary>
    Duration = 5,

    /// <summary>A point in time, ISO 8601.</summary>
    Time = 6,

    /// <summary>A web address.</summary>
    Url = 7,

    /// <summary>Text that is stored encrypted and never shown.</summary>
    Secret = 8,

    /// <summary>Several texts; on the command line separated by commas.</summary>
    List = 9,

    /// <summary>A JSON document, or the path of a file that holds one.</summary>
    Document = 10,
}
