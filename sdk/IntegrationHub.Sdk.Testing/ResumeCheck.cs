using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Testing;

/// <summary>Checks the promise that a read may die anywhere: it is cut off after every message and resumed from the last
/// checkpoint, and what was stored must equal an uninterrupted read.</summary>
public static class ResumeCheck
{
    /// <summary>Runs the check. The source must not change meanwhile.</summary>
    /// <param name="create">Creates a fresh connector, as the hub does for each run.</param>
    /// <param name="settings">Its settings, secrets in clear.</param>
    /// <param name="request">What to read.</param>
    /// <param name="context">Clock and log.</param>
    /// <param name="every">Cut off after each so many messages; 1 for every message.</param>
    /// <param name="cancellationToken">Stops the check.</param>
    /// <returns>What was covered.</returns>
    /// <exception cref="ConformanceException">Something was lost, changed or invented by a cut; or the uninterrupted
    /// read left a stream incomplete.</exception>
    public static async Task<ResumeReport> RunAsync(
        Func<SourceConnector> create,
        JObject settings,
        ReadRequest request,
        ConnectorContext context,
        int every = 1,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(create);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfLessThan(every, 1);

        return await RunAsync(
            (wanted, messagesMax) => MessageCollector.ReadAsync(create(), settings, wanted, context, messagesMax, cancellationToken), request, every).ConfigureAwait(false);
    }

    internal static async Task<ResumeReport> RunAsync(Func<ReadRequest, int, Task<MessageCollector>> read, ReadRequest request, int every)
    {
        var whole = await read(request, int.MaxValue).ConfigureAwait(false);
        if (whole.Resume(request) is { } left)
        {
            throw new ConformanceException($"The uninterrupted read did not complete stream '{left.Streams[0].Stream}'; expected StreamCompleted.");
        }

        var expected = Stored(whole.Committed());
        var cuts = 0;
        for (var cut = every; cut < whole.All.Count; cut += every)
        {
            var first = await read(request, cut).ConfigureAwait(false);
            var stored = first.Committed().ToList();
            if (first.Resume(request) is { } rest)
            {
                var second = await read(rest, int.MaxValue).ConfigureAwait(false);
                if (second.Resume(rest) is not null)
                {
                    throw new ConformanceException($"Cut off after message {cut}: the resumed read did not complete every stream.");
                }

                stored.AddRange(second.Committed());
            }

            Compare(expected, Stored(stored), cut);
            cuts++;
        }

        return new ResumeReport(whole.All.Count, cuts);
    }

    // The last word on a record wins, as in the hub's store.
    private static Dictionary<string, string> Stored(IEnumerable<Message> messages)
    {
        var stored = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var message in messages)
        {
            stored[MessageText.IdentityOf(message)] = MessageText.Of(message);
        }

        return stored;
    }

    private static void Compare(Dictionary<string, string> expected, Dictionary<string, string> actual, int cut)
    {
        foreach (var (identity, text) in expected)
        {
            if (!actual.TryGetValue(identity, out var found))
            {
                throw new ConformanceException($"Cut off after message {cut} and resumed: '{identity}' is lost; the checkpoint before it says too much.");
            }

            if (!string.Equals(found, text, StringComparison.Ordinal))
            {
                throw new ConformanceException($"Cut off after message {cut} and resumed: '{identity}' differs. Uninterrupted: {text} Resumed: {found}");
            }
        }

        if (actual.Keys.FirstOrDefault(k => !expected.ContainsKey(k)) is { } invented)
        {
            throw new ConformanceException($"Cut off after message {cut} and resumed: '{invented}' is not in the uninterrupted read.");
        }
    }
}
