namespace IntegrationHub.Sdk.Http;

/// <summary>An answer passed its limit. Never leaves this assembly.</summary>
internal sealed class AnswerTooLargeException(long bytesMax) : Exception("The answer is too large.")
{
    internal long BytesMax { get; } = bytesMax;
}
