using Microsoft.Extensions.Logging;

namespace IntegrationHub.Connectors.Lists;

/// <summary>Everything this connector logs. Names of files, columns and fields only, never a value.</summary>
internal static class Log
{
    private static readonly Action<ILogger, string, string, string, Exception?> ReadingMessage =
        LoggerMessage.Define<string, string, string>(
            LogLevel.Information, new EventId(4101, nameof(Reading)), "Reading {File} ({Layout}); columns: {Mapping}");

    private static readonly Action<ILogger, string, string, Exception?> WarningMessage =
        LoggerMessage.Define<string, string>(LogLevel.Warning, new EventId(4102, nameof(Warning)), "{File}: {Warning}");

    private static readonly Action<ILogger, int, int, Exception?> SkippedMessage =
        LoggerMessage.Define<int, int>(
            LogLevel.Information, new EventId(4103, nameof(Skipped)), "{Unchanged} of {Files} files are unchanged and not read again");

    private static readonly Action<ILogger, int, int, Exception?> LeftAloneMessage =
        LoggerMessage.Define<int, int>(
            LogLevel.Information, new EventId(4104, nameof(LeftAlone)), "{Files} files changed less than {Seconds} seconds ago and are left for the next run");

    internal static void LeftAlone(ILogger logger, int files, int seconds) => LeftAloneMessage(logger, files, seconds, null);

    internal static void Reading(ILogger logger, string file, string layout, string mapping) =>
        ReadingMessage(logger, file, layout, mapping, null);

    internal static void Warning(ILogger logger, string file, string warning) => WarningMessage(logger, file, warning, null);

    internal static void Skipped(ILogger logger, int unchanged, int files) => SkippedMessage(logger, unchanged, files, null);
}
