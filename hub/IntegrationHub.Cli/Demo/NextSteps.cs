using IntegrationHub.Cli.Hosting;
using IntegrationHub.Sync.Admin;

namespace IntegrationHub.Cli.Demo;

/// <summary>Commands to go on exploring, ready to be pasted.</summary>
internal static class NextSteps
{
    public static IReadOnlyList<string> Of(Call call, DataFolder folder, DemoCustomer ted, DemoCustomer father)
    {
        var hub = call.Surroundings.DataFolderVariable is { Length: > 0 } named && new DataFolder(call.PathOf(named)).FullPath == folder.FullPath
            ? "hub"
            : "hub --data " + Quoted(Path.GetRelativePath(call.Surroundings.WorkingDirectory, folder.FullPath));
        var record = ted.Records.FirstOrDefault(r => r.StartsWith("list/", StringComparison.Ordinal)) ?? ted.Records[0];
        var other = ted.Records.FirstOrDefault(r => r.StartsWith("cards/", StringComparison.Ordinal)) ?? ted.Records[^1];
        var namesake = father.Records.FirstOrDefault(r => r.StartsWith("list/", StringComparison.Ordinal)) ?? father.Records[0];
        return
        [
            $"{hub} customer find --name Brannigan",
            $"{hub} customer show {ted.Id:D}",
            $"{hub} customer timeline {ted.Id:D}",
            $"{hub} match explain {record} {other}",
            $"{hub} match explain {record} {namesake}",
            $"{hub} match review",
            $"{hub} match evaluate --truth {Quoted(DemoFiles.PathOf("truth.csv"))}",
            $"{hub} serve",
        ];
    }

    private static string Quoted(string text) => text.Contains(' ', StringComparison.Ordinal) ? $"\"{text}\"" : text;
}
