namespace IntegrationHub.Sdk.Settings;

/// <summary>One setting of a connector.</summary>
public sealed class SettingDescription
{
    /// <summary>Gets the name, camelCase.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the label.</summary>
    public required string Title { get; init; }

    /// <summary>Gets the help text.</summary>
    public required string Help { get; init; }

    /// <summary>Gets what it holds.</summary>
    public required SettingType Type { get; init; }

    /// <summary>Gets a value indicating whether it must be given.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Gets a value indicating whether it is stored encrypted and never shown.</summary>
    public bool IsSecret => Type == SettingType.Secret;

    /// <summary>Gets the default in text form, or <see langword="null"/> when there is none.</summary>
    public string? Default { get; init; }

    /// <summary>Gets the place in the form, small first.</summary>
    public int Order { get; init; }

    /// <summary>Gets the smallest number allowed, or <see langword="null"/>.</summary>
    public double? Minimum { get; init; }

    /// <summary>Gets the largest number allowed, or <see langword="null"/>.</summary>
    public double? Maximum { get; init; }

    /// <summary>Gets the allowed values of a <see cref="SettingType.Choice"/>.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>Gets an example to show.</summary>
    public string? Example { get; init; }
}
