namespace IntegrationHub.Sdk.Settings;

/// <summary>A value that must not be shown. Its text form is three stars, so that no log or message can leak it.</summary>
public sealed class Secret
{
    private readonly string _value;

    /// <summary>Wraps a secret.</summary>
    /// <param name="value">The secret in clear.</param>
    public Secret(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Gives the secret in clear, for the one place that sends it.</summary>
    /// <returns>The secret.</returns>
    public string Reveal() => _value;

    /// <inheritdoc/>
    public override string ToString() => "***";
}
