using System.Globalization;
using System.Runtime.ExceptionServices;

namespace IntegrationHub.Plugins.Loading;

/// <summary>Runs plugin code on a thread of its own, and gives up on it after a while.</summary>
/// <remarks>A thread that was given up cannot be stopped; it stays, asleep or busy, until the process ends.</remarks>
internal static class DeadlineThread
{
    /// <summary>Runs the work, waiting for it.</summary>
    /// <exception cref="TimeoutException">The work did not end in time.</exception>
    public static T Run<T>(string name, Func<T> work, TimeSpan deadline, TimeProvider clock)
        where T : class
    {
        var run = new Attempt<T>(work);

        // Started without the caller's execution context, so that neither side sees the other's async locals.
        new Thread(run.Start) { IsBackground = true, Name = name, CurrentCulture = CultureInfo.InvariantCulture }.UnsafeStart();
        using (clock.CreateTimer(static gate => ((ManualResetEventSlim)gate!).Set(), run.Ended, deadline, Timeout.InfiniteTimeSpan))
        {
            run.Ended.Wait();
        }

        return run.Result ?? throw new TimeoutException();
    }

    private sealed class Attempt<T>(Func<T> work)
        where T : class
    {
        private volatile ExceptionDispatchInfo? _failure;
        private volatile T? _result;

        /// <summary>Gets what is set when the work ended or its time is over. Never disposed: a late thread still sets it.</summary>
        public ManualResetEventSlim Ended { get; } = new();

        public T? Result
        {
            get
            {
                _failure?.Throw();
                return _result;
            }
        }

        public void Start()
        {
            try
            {
                _result = work();
            }
#pragma warning disable CA1031 // Carried to the waiting thread, which decides; here it would end the process.
            catch (Exception e)
#pragma warning restore CA1031
            {
                _failure = ExceptionDispatchInfo.Capture(e);
            }

            Ended.Set();
        }
    }
}
