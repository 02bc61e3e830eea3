namespace IntegrationHub.Sdk;

/// <summary>What a successful check found. A check that fails throws a <see cref="ConnectorException"/>.</summary>
/// <param name="Message">One sentence for the admin, for example <c>Connected; 3 locations can be read.</c></param>
/// <param name="Warnings">Things that work but deserve a look, one sentence each.</param>
public sealed record CheckResult(string Message, IReadOnlyList<string> Warnings)
{
    /// <summary>Creates a result without warnings.</summary>
    /// <param name="message">One sentence for the admin.</param>
    public CheckResult(string message)
        : this(message, [])
    {
    }
}
