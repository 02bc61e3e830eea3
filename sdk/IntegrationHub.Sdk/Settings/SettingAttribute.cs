namespace IntegrationHub.Sdk.Settings;

/// <summary>Describes one setting; drives the command line, the API and the console alike.</summary>
/// <remarks>The setting's name is the property's name in camelCase, its default the property's initial value.
/// Types: <see cref="string"/>, <see cref="int"/>, <see cref="long"/>, <see cref="double"/>, <see cref="decimal"/>,
/// <see cref="bool"/>, enums, <see cref="TimeSpan"/>, <see cref="DateTimeOffset"/>, <see cref="Uri"/>,
/// <see cref="Secret"/>, what a string array fits (<see cref="IReadOnlyList{T}"/> of strings), and <c>JToken</c> for documents.
/// In every culture numbers have a decimal point, times start with <c>yyyy-MM-dd</c> and are UTC unless they say otherwise, and
/// web addresses are <c>http</c> or <c>https</c>.</remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SettingAttribute : Attribute
{
    /// <summary>Gets or sets the label.</summary>
    /// <value>Defaults to the setting's name.</value>
    public string? Title { get; set; }

    /// <summary>Gets or sets one or two sentences of help: what it is and where to find it.</summary>
    public string? Help { get; set; }

    /// <summary>Gets or sets a value indicating whether it must be given.</summary>
    public bool Required { get; set; }

    /// <summary>Gets or sets the place in the form, small first.</summary>
    public int Order { get; set; }

    /// <summary>Gets or sets the smallest number allowed.</summary>
    /// <value>Defaults to <see cref="double.NaN"/>: no bound.</value>
    public double Minimum { get; set; } = double.NaN;

    /// <summary>Gets or sets the largest number allowed.</summary>
    /// <value>Defaults to <see cref="double.NaN"/>: no bound.</value>
    public double Maximum { get; set; } = double.NaN;

    /// <summary>Gets or sets an example to show.</summary>
    public string? Example { get; set; }
}
