namespace IntegrationHub.Cli.Hosting;

/// <summary>The exit codes that scripts rely on.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    public const int Failed = 1;

    public const int WrongUse = 2;

    /// <summary>Some records were quarantined or some streams failed; the rest is stored.</summary>
    public const int InPart = 3;
}
