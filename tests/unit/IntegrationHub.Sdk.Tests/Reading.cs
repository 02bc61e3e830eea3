namespace IntegrationHub.Sdk.Tests;

internal static class Reading
{
    public static ReadRequest Of(params string[] streams) =>
        new([.. streams.Select(s => new StreamRequest(s, SyncMode.Full))], DateTimeOffset.UnixEpoch);
}
