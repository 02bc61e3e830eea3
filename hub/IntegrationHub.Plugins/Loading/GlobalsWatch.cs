using Microsoft.Extensions.Logging;

namespace IntegrationHub.Plugins.Loading;

/// <summary>Keeps the settings of the whole process as they were before the first plugin ran in it, for as long as any does.</summary>
/// <remarks>
/// They are looked at after each call, and each second on a thread of its own: a plugin that leaves the thread pool two threads would
/// keep the end of its own call from being seen. There is one state of the process and there may be several plugins; what changed is
/// blamed on all that are open, which is one as long as plugins run one at a time.
/// </remarks>
internal static class GlobalsWatch
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private static readonly Lock Gate = new();
    private static readonly List<(PluginSlot Slot, ILogger Logger)> Open = [];
    private static ProcessGlobals? _before;

    /// <summary>Begins watching for one more connector.</summary>
    public static void Enter(PluginSlot slot, ILogger logger)
    {
        lock (Gate)
        {
            Open.Add((slot, logger));
            if (_before is null)
            {
                var captured = _before = ProcessGlobals.Capture();
                new Thread(() => Watch(captured)) { IsBackground = true, Name = "process globals watch" }.UnsafeStart();
            }
        }
    }

    /// <summary>Puts back what was changed, and says by whom.</summary>
    public static void PutBack()
    {
        lock (Gate)
        {
            var changed = _before?.Restore() ?? [];
            if (changed.Count == 0)
            {
                return;
            }

            var what = string.Join(" and ", changed);
            var slots = Open.DistinctBy(o => o.Slot).ToList();
            foreach (var (slot, logger) in slots)
            {
                var who = slots.Count == 1 ? "It" : "It, or another plugin that ran at the same time,";
                slot.Warn($"{who} changed {what} of the whole process; the hub put that back. Its author should not.");
                Log.GlobalsRestored(logger, slot.Inspection.Name, what);
            }
        }
    }

    /// <summary>Puts back what was changed, and ends watching for one connector.</summary>
    public static void Leave(PluginSlot slot)
    {
        lock (Gate)
        {
            PutBack();
            Open.RemoveAt(Open.FindIndex(o => o.Slot == slot));
            if (Open.Count == 0)
            {
                _before = null;
            }
        }
    }

    private static void Watch(ProcessGlobals captured)
    {
        using var never = new ManualResetEvent(initialState: false);
        while (ReferenceEquals(Volatile.Read(ref _before), captured))
        {
            PutBack();
            never.WaitOne(Interval);
        }
    }
}
