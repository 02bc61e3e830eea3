namespace IntegrationHub.Plugins.Processes;

/// <summary>A program with everything it started, as one thing to signal.</summary>
/// <remarks>What calls <c>setsid</c> itself leaves the group and is out of reach.</remarks>
internal static class ProcessGroup
{
    /// <summary>Makes the calling process the leader of a group of its own, away from the terminal of whoever started it.</summary>
    public static void Lead() => _ = Libc.NewSession(); // Fails only for one that leads already.

    /// <summary>Signals a leader and its group.</summary>
    /// <param name="leader">The leader; its number is the group's.</param>
    /// <param name="signal">The signal.</param>
    /// <returns>False when there was nobody left to signal, or the number belongs to somebody else by now.</returns>
    public static bool Signal(ProcessIdentity leader, int signal)
    {
        // While anybody is in the group, the system gives its number to no new process. So another bearer means: nobody is left.
        var bearer = ProcessIdentity.Find(leader.Id);
        if (bearer is not null && bearer != leader)
        {
            return false;
        }

        // One that has only just been started does not lead a group yet.
        return Libc.Kill(-leader.Id, signal) == 0 || (bearer is not null && Libc.Kill(leader.Id, signal) == 0);
    }
}
