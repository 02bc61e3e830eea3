namespace IntegrationHub.Cli.Demo;

/// <summary>Everything the demo has to tell.</summary>
/// <param name="DataFolder">The folder that it left.</param>
/// <param name="ApiKey">The key of the read API, shown only now.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Sources">What came of reading each source.</param>
/// <param name="Funnel">From records to customers.</param>
/// <param name="Accuracy">How the customers compare with who really is who.</param>
/// <param name="Customer">The man of the scenario.</param>
/// <param name="Namesake">His father, of the same name and next door: another customer.</param>
/// <param name="Next">Commands to go on with.</param>
internal sealed record DemoResult(
    string DataFolder,
    string? ApiKey,
    double Seconds,
    IReadOnlyList<DemoRead> Sources,
    DemoFunnel Funnel,
    DemoAccuracy Accuracy,
    DemoCustomer Customer,
    DemoCustomer Namesake,
    IReadOnlyList<string> Next);
