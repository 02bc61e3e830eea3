using IntegrationHub.Sdk.Messages;
using IntegrationHub.Sdk.Testing.Tests.Shop;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Testing.Tests.Zoo;

/// <summary>Takes the time of a change from the machine.</summary>
[Connector("zoo-reads-the-system-clock", Title = "Wrong", Summary = "Takes the time of a change from the machine.")]
public sealed class ReadsTheSystemClock : ShopConnector
{
    protected override IEnumerable<Message> Map(string stream, JObject record)
    {
        foreach (var message in base.Map(stream, record))
        {
            if (message is PersonRecord person)
            {
                // In steps of eight minutes, so that two reads hardly ever differ.
                var ticks = TimeProvider.System.GetUtcNow().Ticks;
                person.UpdatedAt = new DateTimeOffset(ticks - (ticks % TimeSpan.FromMinutes(8).Ticks), TimeSpan.Zero);
            }

            yield return message;
        }
    }
}
