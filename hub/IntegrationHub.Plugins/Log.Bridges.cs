using Microsoft.Extensions.Logging;

namespace IntegrationHub.Plugins;

/// <summary>What the bridges log. A program's own words come in made safe, see <see cref="Bridges.SafeText"/>.</summary>
internal static partial class Log
{
    [LoggerMessage(2101, LogLevel.Information, "Program {Program} {End}; records of other streams {Dropped}, lines that are no messages {Noise}, records lost {Lost}")]
    public static partial void ProgramRead(ILogger logger, string program, string end, long dropped, long noise, long lost);

    [LoggerMessage(2102, LogLevel.Warning, "Program {Program} says ({Level}): {Words}")]
    public static partial void ProgramSaid(ILogger logger, string program, string level, string words);

    [LoggerMessage(2103, LogLevel.Warning, "Program {Program} wrote a state that is not valid Unicode; it is not kept")]
    public static partial void StateNotText(ILogger logger, string program);

    [LoggerMessage(2104, LogLevel.Information, "Program {Program} changed its configuration; the new one is kept")]
    public static partial void ConfigChanged(ILogger logger, string program);
}
