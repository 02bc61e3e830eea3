using Microsoft.Extensions.Logging;

namespace IntegrationHub.Plugins;

/// <summary>Everything this project logs. Event ids are stable.</summary>
internal static partial class Log
{
    [LoggerMessage(2001, LogLevel.Information, "Plugin {Plugin} {Version}: loaded for connector {Connector}")]
    public static partial void ConnectorOpened(ILogger logger, string plugin, string version, string connector);

    [LoggerMessage(2002, LogLevel.Error, "Plugin {Plugin} {Version} is set aside: {Reason}")]
    public static partial void PluginSetAside(ILogger logger, string plugin, string version, string reason);

    [LoggerMessage(2003, LogLevel.Warning, "Plugin {Plugin} changed {What} of the whole process; it was put back")]
    public static partial void GlobalsRestored(ILogger logger, string plugin, string what);

    [LoggerMessage(2004, LogLevel.Debug, "Plugin {Plugin} {Version}: its code has left memory after {Rounds} collections")]
    public static partial void PluginUnloaded(ILogger logger, string plugin, string version, int rounds);

    [LoggerMessage(2005, LogLevel.Warning, "Plugin {Plugin} {Version} leaks: {Copies} unloaded copies of its code are still in memory after {Rounds} collections")]
    public static partial void PluginLeaked(ILogger logger, string plugin, string version, int copies, int rounds);

    [LoggerMessage(2006, LogLevel.Warning, "Plugin {Plugin} {Version}: the hub died {Crashes} time(s) in a row while loading it")]
    public static partial void CrashFound(ILogger logger, string plugin, string version, int crashes);

    [LoggerMessage(2007, LogLevel.Warning, "Plugin {Plugin}: disposing connector {Connector} failed: {Reason}")]
    public static partial void DisposeFailed(ILogger logger, string plugin, string connector, string reason);

    [LoggerMessage(2008, LogLevel.Debug, "Plugin folder {Folder} does not exist; nothing to look for there")]
    public static partial void FolderMissing(ILogger logger, string folder);

    [LoggerMessage(2009, LogLevel.Warning, "Plugin folder {Folder} has more than {Limit} subfolders; the rest is not looked at")]
    public static partial void FolderTooLarge(ILogger logger, string folder, int limit);

    [LoggerMessage(2011, LogLevel.Error, "Plugin {Plugin} {Version}: the process of connector {Connector} {What}")]
    public static partial void ProcessFailed(ILogger logger, string plugin, string version, string connector, string what);

    [LoggerMessage(2013, LogLevel.Error, "Plugin {Plugin} threw a {Type} where nobody can catch it; the hub goes on. Tell its author")]
    public static partial void StrayException(ILogger logger, string plugin, string type);

    [LoggerMessage(2014, LogLevel.Error, "Plugin {Plugin} {Version}: connector {Connector} did not answer within {Limit} while {Doing}; the call is left behind")]
    public static partial void CallGivenUp(ILogger logger, string plugin, string version, string connector, string doing, TimeSpan limit);

    [LoggerMessage(2015, LogLevel.Warning, "Plugin folder {Folder}: the hub ended in the middle of a run of it the last time")]
    public static partial void RunCutShort(ILogger logger, string folder);

    [LoggerMessage(EventId = 2012, Message = "{Text}")]
    public static partial void ConnectorSaid(ILogger logger, LogLevel level, string text);

    [LoggerMessage(2010, LogLevel.Warning, "Plugin folder {Folder} cannot be read: {Reason}")]
    public static partial void FolderUnreadable(ILogger logger, string folder, string reason);
}
