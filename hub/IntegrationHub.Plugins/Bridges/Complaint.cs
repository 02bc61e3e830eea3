using IntegrationHub.Sdk;

namespace IntegrationHub.Plugins.Bridges;

/// <summary>What a program said is wrong.</summary>
/// <param name="Kind">Who must act.</param>
/// <param name="Text">The program's words, made safe to show.</param>
/// <param name="Stream">The stream it is about; <see langword="null"/> when it is about all.</param>
/// <param name="NextStep">What to do, where that is not to change the program's configuration.</param>
internal sealed record Complaint(FailureKind Kind, string Text, string? Stream, string? NextStep = null);
