namespace IntegrationHub.Sdk.Tests;

public sealed class ConnectorExceptionTests
{
    private static readonly InvalidOperationException Cause = new("cause");

    [Fact]
    public void Each_kind_says_who_must_act_and_carries_what_they_need()
    {
        var configuration = ConnectorException.Configuration("token", "wrong", "renew it", Cause);
        var transient = ConnectorException.Transient("busy", TimeSpan.FromSeconds(3), Cause);
        var record = ConnectorException.Record("odd", Cause);
        var defect = ConnectorException.Defect("broken", Cause);

        Assert.Equal((FailureKind.Configuration, "wrong", "renew it", "token", null), Parts(configuration));
        Assert.Equal((FailureKind.Transient, "busy", null, null, TimeSpan.FromSeconds(3)), Parts(transient));
        Assert.Equal((FailureKind.Record, "odd", null, null, null), Parts(record));
        Assert.Equal((FailureKind.Defect, "broken", "Report this to the connector's author.", null, null), Parts(defect));
        Assert.All([configuration, transient, record, defect], e => Assert.Same(Cause, e.InnerException));
    }

    private static (FailureKind Kind, string Message, string? NextStep, string? Setting, TimeSpan? RetryAfter) Parts(ConnectorException e) =>
        (e.Kind, e.Message, e.NextStep, e.Setting, e.RetryAfter);
}
