namespace IntegrationHub.Plugins.Processes;

/// <summary>Notices in a child that its parent is gone, also when it was killed without a word.</summary>
/// <remarks>
/// The kernel's own death signal is no help: it is tied to the thread that forked, and threads of a pool come and go. The parent's
/// number is looked at instead, on a thread of its own, since a plugin may occupy every thread of the pool.
/// </remarks>
internal static class ParentWatch
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    /// <summary>Starts watching.</summary>
    /// <param name="parentId">The number of the process that must stay the parent.</param>
    /// <param name="gone">Called once, on the watching thread.</param>
    public static void Start(int parentId, Action gone) =>
        new Thread(() => Watch(parentId, gone)) { IsBackground = true, Name = "parent watch" }.UnsafeStart();

    private static void Watch(int parentId, Action gone)
    {
        using var never = new ManualResetEvent(initialState: false);
        while (Libc.ParentId() == parentId)
        {
            never.WaitOne(Interval);
        }

        gone();
    }
}
