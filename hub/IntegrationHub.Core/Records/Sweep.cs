namespace IntegrationHub.Core.Records;

/// <summary>Whether the end of a full read marks deleted what the read did not see.</summary>
public enum Sweep
{
    /// <summary>No: the source forgets old records, or some records could not be taken in.</summary>
    None = 0,

    /// <summary>Yes, unless so much is missing that a fault at the source is likelier: everything, or more than was seen and more than twenty.</summary>
    IfPlausible = 1,

    /// <summary>Yes, however much is missing: somebody said so.</summary>
    Always = 2,
}
