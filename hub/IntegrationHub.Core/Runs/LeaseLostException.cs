namespace IntegrationHub.Core.Runs;

/// <summary>Thrown by a commit whose lease has been taken over. Nothing was written.</summary>
public sealed class LeaseLostException : Exception
{
    /// <summary>Creates the exception.</summary>
    public LeaseLostException()
        : base("Another run has taken over this source; this run's last batch was not stored.")
    {
    }
}
