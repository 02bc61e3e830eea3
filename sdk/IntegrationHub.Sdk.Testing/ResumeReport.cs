namespace IntegrationHub.Sdk.Testing;

/// <summary>What a passed <see cref="ResumeCheck"/> covered.</summary>
/// <param name="Messages">How many messages an uninterrupted read gives.</param>
/// <param name="Cuts">At how many places the read was cut off and resumed.</param>
public sealed record ResumeReport(int Messages, int Cuts);
