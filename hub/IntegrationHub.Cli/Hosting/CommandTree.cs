using System.CommandLine;
using System.CommandLine.Help;
using IntegrationHub.Cli.Demo;
using IntegrationHub.Cli.Verbs;
using IntegrationHub.Cli.Verbs.Connectors;
using IntegrationHub.Cli.Verbs.Customers;
using IntegrationHub.Cli.Verbs.Exports;
using IntegrationHub.Cli.Verbs.Matching;
using IntegrationHub.Cli.Verbs.Schedules;
using IntegrationHub.Cli.Verbs.Sources;
using IntegrationHub.Cli.Verbs.States;
using IntegrationHub.Cli.Verbs.Syncs;

namespace IntegrationHub.Cli.Hosting;

/// <summary>Builds the whole command line. Each call gets a tree of its own.</summary>
internal static class CommandTree
{
    public const string DataOption = "--data";

    public const string JsonOption = "--json";

    public const string VerboseOption = "--verbose";

    /// <summary>Builds it.</summary>
    /// <param name="sourceNames">The names of the sources, for completion.</param>
    /// <returns>The root.</returns>
    public static RootCommand Build(IReadOnlyList<string> sourceNames)
    {
        var root = new RootCommand("Reads customer data out of many systems and resolves it into one golden record per customer.");
        root.Add(new Option<string?>(DataOption)
        {
            Description = "The data folder. Also: the environment variable HUB_DATA.",
            HelpName = "DIR",
            Recursive = true,
        });
        root.Add(new Option<bool>(JsonOption) { Description = "Print one JSON document, errors too.", Recursive = true });
        root.Add(new Option<bool>(VerboseOption) { Description = "Print the log to the error output.", Recursive = true });
        root.Options.OfType<HelpOption>().Single().Action = new ExampleHelp(new HelpAction());

        root.Add(new DemoVerb());
        root.Add(new InitVerb());
        root.Add(ConnectorGroup(sourceNames));
        root.Add(Group(
            "source",
            "Add, check and remove sources.",
            new SourceAddVerb(),
            new SourceListVerb(),
            new SourceShowVerb(sourceNames),
            new SourceSetVerb(sourceNames),
            new SourceCheckVerb(sourceNames),
            new SourcePreviewVerb(sourceNames),
            new SourceWithdrawVerb(sourceNames),
            new SourceRemoveVerb(sourceNames)));
        root.Add(Group(
            "sync",
            "Read sources and look at runs.",
            new SyncRunVerb(sourceNames),
            new SyncListVerb(),
            new SyncShowVerb(),
            new SyncCancelVerb(),
            new SyncRetryQuarantineVerb(sourceNames)));
        root.Add(Group(
            "schedule", "Say when sources are read.", new ScheduleSetVerb(sourceNames), new ScheduleClearVerb(sourceNames), new ScheduleListVerb()));
        root.Add(Group(
            "state",
            "Look at and change how far sources have been read.",
            new StateShowVerb(sourceNames),
            new StateSetVerb(sourceNames),
            new StateResetVerb(sourceNames)));
        root.Add(Group(
            "customer",
            "Find and question customers.",
            new CustomerFindVerb(),
            new CustomerShowVerb(),
            new CustomerTimelineVerb(),
            new CustomerMergeVerb(),
            new CustomerSplitVerb(),
            new CustomerExportVerb()));
        root.Add(MatchGroup());
        root.Add(Group("export", "Write what the hub knows to files.", new ExportLinksVerb(), new ExportCustomersVerb()));
        root.Add(new ServeVerb());
        root.Add(new AirbyteVerb());
        root.Add(new CompletionVerb());
        return root;
    }

    private static Command ConnectorGroup(IReadOnlyList<string> sourceNames)
    {
        var connector = Group(
            "connector",
            "Look at, install, verify, upgrade and remove connectors.",
            new ConnectorListVerb(),
            new ConnectorInspectVerb(),
            new ConnectorTestVerb(),
            new ConnectorInstallVerb(),
            new ConnectorVerifyVerb(),
            new ConnectorUpgradeVerb(sourceNames),
            new ConnectorRollbackVerb(sourceNames),
            new ConnectorRemoveVerb(),
            new ConnectorSignVerb());
        connector.Add(Group("trust", "Say whose signature on connectors is trusted.", new TrustAddVerb(), new TrustListVerb(), new TrustRemoveVerb()));
        return connector;
    }

    private static Command MatchGroup()
    {
        var match = Group(
            "match",
            "Explain, measure and decide who is who.",
            new MatchTrainVerb(),
            new MatchExplainVerb(),
            new MatchEvaluateVerb(),
            new MatchReviewVerb(),
            new MatchDecideVerb(isSame: true),
            new MatchDecideVerb(isSame: false),
            new MatchWithdrawVerb(),
            new MatchDecisionsVerb());
        match.Add(Group(
            "model",
            "Look at and change the numbers behind the scores.",
            new ModelListVerb(),
            new ModelShowVerb(),
            new ModelExportVerb(),
            new ModelUseVerb(),
            new ModelAutoVerb()));
        return match;
    }

    private static Command Group(string name, string description, params ReadOnlySpan<Verb> verbs)
    {
        var group = new Command(name, description);
        foreach (var verb in verbs)
        {
            group.Add(verb);
        }

        return group;
    }
}
