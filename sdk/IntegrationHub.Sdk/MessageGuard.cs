using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Sdk;

/// <summary>Refuses what a connector may not say, by naming the rule it broke.</summary>
internal sealed class MessageGuard(ReadRequest request)
{
    private readonly HashSet<string> _completed = new(StringComparer.Ordinal);
    private string? _lastStream;

    internal void Check(Message message)
    {
        if (message is null)
        {
            throw ConnectorException.Defect("The connector yielded null; expected a message.");
        }

        var stream = message.Stream;
        if (!ReferenceEquals(stream, _lastStream))
        {
            if (request.For(stream) is null)
            {
                throw ConnectorException.Defect($"The connector yielded a message of stream '{stream}', which was not requested.");
            }

            if (_completed.Contains(stream))
            {
                throw ConnectorException.Defect($"The connector yielded a message of stream '{stream}' after completing it.");
            }

            _lastStream = stream;
        }

        if (message is StreamCompleted)
        {
            _completed.Add(stream);
            _lastStream = null;
        }
    }
}
