namespace IntegrationHub.Core.Storage;

/// <summary>The store could not do its work: disk full, file locked, file damaged. What was in flight is rolled back.</summary>
/// <remarks>The message never holds a stored value.</remarks>
public class StoreException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What went wrong and the next step.</param>
    /// <param name="innerException">The engine's own exception.</param>
    public StoreException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
