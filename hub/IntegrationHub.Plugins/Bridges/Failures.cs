using IntegrationHub.Plugins.Processes;
using IntegrationHub.Sdk;

namespace IntegrationHub.Plugins.Bridges;

/// <summary>Turns how a program ended into a failure that says who must act.</summary>
internal static class Failures
{
    private const int MemoryKill = 137;
    private const int Terminated = 143;
    private const int StreamsNamed = 5;
    private const string ChangeConfig = "Change it with: hub source set NAME --set-file config=FILE";

    /// <summary>Makes the failure of streams that were not completed.</summary>
    internal static ConnectorException Of(
        string program, List<string> streams, IReadOnlyList<Complaint> complaints, ChildExit exit, long lost)
    {
        var where = $"{Names(streams)} not completed";
        if (complaints.OrderBy(c => c.Kind).FirstOrDefault(c => c.Stream is null || streams.Contains(c.Stream)) is { } complaint)
        {
            return Of(complaint, $"Program '{program}' says: {complaint.Text.TrimEnd('.')}; {where}.");
        }

        if (!exit.IsSuccess)
        {
            return Of(exit, $"Program '{program}' {exit.Words}; {where}.");
        }

        return lost > 0
            ? ConnectorException.Defect($"Program '{program}' wrote {lost} lines with records that cannot be read; {where}.")
            : ConnectorException.Defect($"Program '{program}' ended without saying that all was read; {where}.");
    }

    /// <summary>Makes the failure of a call that gave no answer.</summary>
    internal static ConnectorException NoAnswer(string program, string call, IReadOnlyList<Complaint> complaints, ChildExit exit) =>
        complaints.OrderBy(c => c.Kind).FirstOrDefault() is { } complaint
            ? Of(complaint, $"Program '{program}' says: {complaint.Text.TrimEnd('.')}.")
            : Of(exit, exit.IsSuccess
                ? $"Program '{program}' gave no answer to '{call}'."
                : $"Program '{program}' {exit.Words} and gave no answer to '{call}'.");

    internal static FailureKind KindOf(string? failureType) => failureType switch
    {
        "config_error" => FailureKind.Configuration,
        "transient_error" => FailureKind.Transient,
        _ => FailureKind.Defect,
    };

    private static ConnectorException Of(Complaint complaint, string message) => complaint.Kind switch
    {
        FailureKind.Configuration => ConnectorException.Configuration(
            complaint.NextStep is null ? ConfigText.Setting : null, message, complaint.NextStep ?? ChangeConfig),
        FailureKind.Transient => ConnectorException.Transient(message),
        _ => ConnectorException.Defect(message),
    };

    private static ConnectorException Of(ChildExit exit, string message) => exit.Code switch
    {
        Launcher.CannotStart => ConnectorException.Configuration("command", message, "Check the setting 'command'."),
        MemoryKill or Terminated => ConnectorException.Transient(message),
        _ => ConnectorException.Defect(message),
    };

    private static string Names(List<string> streams) => streams.Count switch
    {
        1 => $"stream {streams[0]} was",
        <= StreamsNamed => $"streams {string.Join(", ", streams)} were",
        _ => $"streams {string.Join(", ", streams.Take(StreamsNamed))} and {streams.Count - StreamsNamed} more were",
    };
}
