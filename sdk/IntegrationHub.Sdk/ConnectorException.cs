namespace IntegrationHub.Sdk;

/// <summary>Tells the hub why a connector call failed and who must act.</summary>
/// <remarks>
/// The message is one sentence: what happened, where, and what was expected. It never holds a secret or a
/// customer's value, because it is logged and shown.
/// </remarks>
public sealed class ConnectorException : Exception
{
    private ConnectorException(FailureKind kind, string message, string? nextStep, Exception? innerException)
        : base(message, innerException)
    {
        Kind = kind;
        NextStep = nextStep;
    }

    /// <summary>Gets who must act.</summary>
    public FailureKind Kind { get; }

    /// <summary>Gets what that person should do, as a sentence, or <see langword="null"/> when the message says it.</summary>
    public string? NextStep { get; }

    /// <summary>Gets the name of the setting to change, for <see cref="FailureKind.Configuration"/>.</summary>
    public string? Setting { get; private init; }

    /// <summary>Gets how long to wait before trying again, for <see cref="FailureKind.Transient"/>.</summary>
    public TimeSpan? RetryAfter { get; private init; }

    /// <summary>Creates a failure that a person mends by changing a setting.</summary>
    /// <param name="setting">The setting's name, or <see langword="null"/> when it is not one setting.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="nextStep">What to do about it.</param>
    /// <param name="innerException">The original cause.</param>
    /// <returns>The failure, to be thrown.</returns>
    public static ConnectorException Configuration(
        string? setting, string message, string? nextStep = null, Exception? innerException = null) =>
        new(FailureKind.Configuration, message, nextStep, innerException) { Setting = setting };

    /// <summary>Creates a failure that may pass by itself.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="retryAfter">How long to wait, when the other side said so.</param>
    /// <param name="innerException">The original cause.</param>
    /// <returns>The failure, to be thrown.</returns>
    public static ConnectorException Transient(
        string message, TimeSpan? retryAfter = null, Exception? innerException = null) =>
        new(FailureKind.Transient, message, null, innerException) { RetryAfter = retryAfter };

    /// <summary>Creates a failure of one record. Yield a <c>RejectedRecord</c> instead where the reading can go on.</summary>
    /// <param name="message">What is wrong with the record and where it is, without its values.</param>
    /// <param name="innerException">The original cause.</param>
    /// <returns>The failure, to be thrown.</returns>
    public static ConnectorException Record(string message, Exception? innerException = null) =>
        new(FailureKind.Record, message, null, innerException);

    /// <summary>Creates a failure that only the connector's author can mend.</summary>
    /// <param name="message">What was found and what was expected.</param>
    /// <param name="innerException">The original cause.</param>
    /// <returns>The failure, to be thrown.</returns>
    public static ConnectorException Defect(string message, Exception? innerException = null) =>
        new(FailureKind.Defect, message, "Report this to the connector's author.", innerException);
}
