using System.Diagnostics;
using System.Runtime.ExceptionServices;
using System.Runtime.Loader;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Plugins.Loading;

/// <summary>Survives exceptions that a plugin throws where nobody can catch them, on a thread of its own or in <c>async void</c>, and
/// says whose they are. Exceptions without a plugin's code on their way end the process as ever.</summary>
internal static class StrayExceptions
{
    private static readonly Lock Gate = new();
    private static readonly List<WeakReference<ILogger>> Loggers = [];
    private static bool _isInstalled;

    /// <summary>Installs the handler, once in a process, and adds a log to those that are told.</summary>
    public static void Report(ILogger logger)
    {
        lock (Gate)
        {
            Loggers.RemoveAll(l => !l.TryGetTarget(out _));
            if (Loggers.TrueForAll(l => !(l.TryGetTarget(out var known) && ReferenceEquals(known, logger))))
            {
                Loggers.Add(new WeakReference<ILogger>(logger));
            }

            if (!_isInstalled)
            {
                _isInstalled = true;
                ExceptionHandling.SetUnhandledExceptionHandler(Handle);
            }
        }
    }

    private static bool Handle(Exception exception)
    {
        var plugin = PluginOf(exception);
        if (plugin is null)
        {
            return false;
        }

        lock (Gate)
        {
            foreach (var reference in Loggers)
            {
                if (reference.TryGetTarget(out var logger))
                {
                    // The text of the exception may hold anything; its type must do.
                    Log.StrayException(logger, plugin, exception.GetType().Name);
                }
            }
        }

        return true;
    }

    private static string? PluginOf(Exception exception) => new StackTrace(exception).GetFrames()
        .Select(f => f.GetMethod()?.DeclaringType?.Assembly)
        .Select(a => a is null ? null : AssemblyLoadContext.GetLoadContext(a) as PluginLoadContext)
        .FirstOrDefault(c => c is not null)?.Name;
}
