using System.Runtime.CompilerServices;
using IntegrationHub.Plugins.Inspection;

namespace IntegrationHub.Plugins.Loading;

/// <summary>One version of one plugin while the process lives: whether its code is in memory, who uses it, and what went wrong.</summary>
/// <remarks>Thread-safe. Everything that may touch a load context is kept out of async methods and inlining, so that no forgotten
/// local holds it.</remarks>
internal sealed class PluginSlot(PluginInspection inspection)
{
    // Each holds a thread, and what it had in hand, until the hub ends.
    private const int LeftBehindMax = 10;

    private readonly Lock _gate = new();
    private readonly List<WeakReference> _draining = [];
    private readonly List<string> _setAside = [];
    private readonly SortedSet<string> _warnings = new(StringComparer.Ordinal);
    private PluginLoadContext? _context;
    private int _users;
    private bool _isLoading;
    private bool _wasUnloaded;
    private int _leaked;
    private int _leftBehind;

    public PluginInspection Inspection { get; } = inspection;

    public bool IsInMemory
    {
        get
        {
            lock (_gate)
            {
                return _context is not null || CountDraining() > 0;
            }
        }
    }

    public int Users
    {
        get
        {
            lock (_gate)
            {
                return _users;
            }
        }
    }

    public (ConnectorState State, IReadOnlyList<string> Reasons) Look()
    {
        lock (_gate)
        {
            var draining = CountDraining();
            return (StateOf(draining), [.. Inspection.Reasons, .. _setAside, .. _warnings, .. LeakReason(draining)]);
        }
    }

    /// <summary>Counts one user more. Every call is paired with one of <see cref="EndLoading"/> and one of <see cref="Release"/>.</summary>
    public void BeginUse()
    {
        lock (_gate)
        {
            _users++;
            _isLoading = true;
        }
    }

    /// <summary>Gives the context that holds the plugin's code, making one when there is none.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public PluginLoadContext Context(HostAssemblies host)
    {
        lock (_gate)
        {
            return _context ??= new PluginLoadContext($"{Inspection.Name} {Inspection.Version}", Inspection.EntryPath, host);
        }
    }

    public void EndLoading()
    {
        lock (_gate)
        {
            _isLoading = false;
        }
    }

    /// <summary>Counts one user less; after the last one the code is told to go.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Release()
    {
        lock (_gate)
        {
            if (--_users > 0 || _context is null)
            {
                return;
            }

            _draining.Add(new WeakReference(_context, trackResurrection: true));
            _context.Unload();
            _context = null;
        }
    }

    public void SetAside(string reason)
    {
        lock (_gate)
        {
            _setAside.Add(reason);
        }
    }

    public void Warn(string warning)
    {
        lock (_gate)
        {
            _warnings.Add(warning);
        }
    }

    /// <summary>Counts a call that never ended. After too many of them no other is made.</summary>
    public void LeaveBehind(string warning)
    {
        lock (_gate)
        {
            _warnings.Add(warning);
            if (++_leftBehind == LeftBehindMax)
            {
                _setAside.Add($"{LeftBehindMax} calls of it never ended. Restart the hub to be rid of them, and give the plugin a process of its "
                    + "own: \"isolation\": \"process\" in its connector.json.");
            }
        }
    }

    /// <summary>Counts the copies of the code that were told to go and have not gone.</summary>
    public int CountRemaining()
    {
        lock (_gate)
        {
            return CountDraining();
        }
    }

    public void MarkLeaked()
    {
        lock (_gate)
        {
            _leaked = CountDraining();
        }
    }

    private int CountDraining()
    {
        var gone = _draining.RemoveAll(reference => !reference.IsAlive);
        _wasUnloaded |= gone > 0;
        _leaked = Math.Min(_leaked, _draining.Count);
        return _draining.Count;
    }

    private ConnectorState StateOf(int draining) => this switch
    {
        { Inspection.IsFit: false } => ConnectorState.Incompatible,
        { _setAside.Count: > 0 } => ConnectorState.Quarantined,
        { _isLoading: true } => ConnectorState.Loading,
        { _users: > 0 } => ConnectorState.Active,
        { _leaked: > 0 } => ConnectorState.Leaked,
        _ when draining > 0 => ConnectorState.Draining,
        { _wasUnloaded: true } => ConnectorState.Unloaded,
        _ => ConnectorState.Discovered,
    };

    private IEnumerable<string> LeakReason(int draining)
    {
        if (_leaked > 0)
        {
            yield return $"{Math.Min(_leaked, draining)} unloaded cop{(_leaked == 1 ? "y" : "ies")} of its code cannot leave memory. "
                + "Its author should look for a running timer or thread, a handler on a static event, or a serializer that caches its types.";
        }
    }
}
