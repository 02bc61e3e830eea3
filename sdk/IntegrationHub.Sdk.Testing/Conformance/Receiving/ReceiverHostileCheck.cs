using IntegrationHub.Sdk.Messages;
using IntegrationHub.Sdk.Testing.Conformance.Checks;

namespace IntegrationHub.Sdk.Testing.Conformance.Receiving;

/// <summary>People are called all sorts of things.</summary>
internal static class ReceiverHostileCheck
{
    internal static async Task<Verdict> RunAsync(ReceiverSubject subject, CancellationToken cancellationToken)
    {
        var arrived = 0;
        foreach (var (what, name) in HostileNames.All)
        {
            if (subject.World.RequestOf(new WorldPerson("conformance-hostile", name)) is not { } request)
            {
                return Verdict.NotApplicable("the world makes no requests that tell of people (RequestOf)");
            }

            ReceivedResult result;
            try
            {
                result = await subject.ReceiveAsync(request, cancellationToken).ConfigureAwait(false);
            }
#pragma warning disable CA1031 // The boundary to the connector: its failure is the finding.
            catch (Exception e) when (e is not ConformanceException && !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                throw Wrong(what, SourceSubject.Describe(e));
            }

            var key = subject.World.RecordKeyOf("conformance-hostile");
            var person = result.Messages.OfType<PersonRecord>().LastOrDefault(p => p.Key == key);
            var isRefused = result.StatusCode is >= 400 and <= 499 || result.Messages.Any(m => m is RejectedRecord);
            if (person is null && !isRefused)
            {
                throw Wrong(what, "the person is lost");
            }

            if (person is not null && subject.World.KeepsNames && !HostileNames.Holds(person, name))
            {
                throw Wrong(what, "it arrived changed");
            }

            arrived += person is null ? 0 : 1;
        }

        return Verdict.Passed($"{arrived} of {HostileNames.All.Length} names arrived, the others were refused");
    }

    private static ConformanceException Wrong(string what, string seen) => Broken.Rule(
        $"a name with {what}: {seen}",
        $"the name as it was sent, or a refusal",
        "hand values over as they are and leave cleaning to the hub; yield a RejectedRecord for what cannot be taken.");
}
