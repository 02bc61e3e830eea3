using IntegrationHub.Sdk;

namespace IntegrationHub.Connectors.PointOfSale;

/// <summary>The streams of a system whose modules may be missing, or closed to the user: each with the model that it reads.</summary>
/// <param name="offered">The streams, in the order in which they are told.</param>
/// <param name="none">What the failure says when none can be read.</param>
internal sealed class OfferedStreams((string Model, StreamDescription Stream)[] offered, string none)
{
    /// <summary>Finds those that can be read.</summary>
    /// <param name="hasAsync">Says whether a model is there and open to the user.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ConnectorException">None can be read (configuration).</exception>
    internal async Task<IReadOnlyList<StreamDescription>> FindAsync(Func<string, CancellationToken, Task<bool>> hasAsync, CancellationToken cancellationToken)
    {
        var streams = new List<StreamDescription>();
        foreach (var (model, stream) in offered)
        {
            if (await hasAsync(model, cancellationToken).ConfigureAwait(false))
            {
                streams.Add(stream);
            }
        }

        return streams.Count > 0 ? streams : throw ConnectorException.Configuration("login", none, "Give the user the right to read them.");
    }

    /// <summary>Tells what was found, with a warning for each stream that is left out.</summary>
    /// <param name="found">The streams found.</param>
    /// <param name="whyNot">Says why the stream of a model may be left out.</param>
    internal CheckResult Tell(IReadOnlyList<StreamDescription> found, Func<string, string> whyNot) => new(
        $"Connected; {string.Join(", ", found.Select(s => s.Name))} can be read.",
        offered.Where(o => !found.Contains(o.Stream)).Select(o => $"Stream {o.Stream.Name} is left out: {whyNot(o.Model)}.").ToList());
}
