namespace IntegrationHub.Sdk.Http.Tests;

internal static class ClientFixtureExtensions
{
    /// <summary>Lets the client's own waits (up to half a minute, less than the attempt timeout) pass until the call ends.</summary>
    internal static async Task<Exception?> DriveAsync(this ClientFixture fixture, Func<Task> call)
    {
        var end = Record.ExceptionAsync(call).AsTask();
        while (!end.IsCompleted)
        {
            await Task.WhenAny(end, fixture.Clock.WaitForTimerAsync(due => due <= TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
            if (!end.IsCompleted)
            {
                fixture.Clock.Advance(TimeSpan.FromSeconds(30));
            }
        }

        return await end;
    }

    internal static async Task<ConnectorException> FailAsync(this ClientFixture fixture, Func<Task> call) =>
        Assert.IsType<ConnectorException>(await fixture.DriveAsync(call));
}
