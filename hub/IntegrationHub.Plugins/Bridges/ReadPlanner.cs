using IntegrationHub.Sdk;

namespace IntegrationHub.Plugins.Bridges;

/// <summary>Decides which streams one run of the program can read together.</summary>
/// <remarks>
/// The hub keeps a state per stream; most programs keep one for all. Such a state is kept with every stream it speaks for. A cut run
/// may leave it newer at one stream than at another: the oldest of a row is right for all, since what is read twice is recognised.
/// A stream that starts over while the others go on must not be given a state that speaks of it, or its full read would read
/// nothing and everything of it would count as gone: it gets a run of its own. From a global state its part is cut out instead,
/// because two runs of such a program would take log entries away from each other.
/// </remarks>
internal static class ReadPlanner
{
    /// <summary>Sorts the requested streams into groups.</summary>
    /// <param name="requests">What the hub wants.</param>
    /// <param name="isIncremental">Whether a stream is read from where the last run stopped; others start over each time by themselves.</param>
    internal static List<ReadGroup> Plan(IReadOnlyList<StreamRequest> requests, Func<string, bool> isIncremental)
    {
        var groups = new List<ReadGroup>();
        var lines = new Dictionary<string, ReadGroup>(StringComparer.Ordinal);
        var fresh = new List<string>();
        foreach (var request in requests)
        {
            if (KeptState.Read(request.Stream, request.State) is not { } state)
            {
                fresh.Add(request.Stream);
                continue;
            }

            if (!lines.TryGetValue(state.Line, out var group))
            {
                groups.Add(lines[state.Line] = group = new ReadGroup());
            }

            Add(group, request.Stream, state);
        }

        Place(fresh, isIncremental, groups);
        return groups;
    }

    private static void Add(ReadGroup group, string stream, KeptState state)
    {
        group.Streams.Add(stream);
        if (state.Kind == StateKind.Stream)
        {
            group.Own[stream] = state;
        }
        else if (group.Shared is null || state.Number < group.Shared.Number)
        {
            group.Shared = state;
        }
    }

    private static void Place(List<string> fresh, Func<string, bool> isIncremental, List<ReadGroup> groups)
    {
        var apart = new ReadGroup();
        foreach (var stream in fresh)
        {
            var home = groups.Count == 1 ? groups[0] : apart;
            var isSpokenOf = home.Shared?.Covers.Contains(stream, StringComparer.Ordinal) == true && isIncremental(stream);
            if (isSpokenOf && home.Shared!.Kind == StateKind.Global)
            {
                home.StartedOver.Add(stream);
            }

            (isSpokenOf && home.Shared!.Kind != StateKind.Global ? apart : home).Streams.Add(stream);
        }

        if (apart.Streams.Count > 0)
        {
            groups.Add(apart);
        }
    }
}
