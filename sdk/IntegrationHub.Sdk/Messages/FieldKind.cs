namespace IntegrationHub.Sdk.Messages;

/// <summary>What the text of a value stands for.</summary>
public enum FieldKind
{
    /// <summary>Text.</summary>
    Text = 0,

    /// <summary>A decimal number in invariant form.</summary>
    Number = 1,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean = 2,
}
