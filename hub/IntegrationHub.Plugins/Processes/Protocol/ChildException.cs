namespace IntegrationHub.Plugins.Processes.Protocol;

/// <summary>Says that a connector's process failed as a process: it ended, fell silent, or does not speak the protocol.</summary>
/// <param name="words">The end of a sentence that begins with the process.</param>
/// <param name="isFromOutside">Whether somebody else than the connector ended it.</param>
internal sealed class ChildException(string words, bool isFromOutside = false) : Exception(words)
{
    public bool IsFromOutside => isFromOutside;
}
