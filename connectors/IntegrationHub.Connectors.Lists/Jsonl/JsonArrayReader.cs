using IntegrationHub.Connectors.Lists.Files;
using IntegrationHub.Connectors.Lists.Mapping;
using IntegrationHub.Connectors.Lists.Reading;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Connectors.Lists.Jsonl;

/// <summary>Reads the people of a file that is one JSON array of objects, one object at a time.</summary>
internal sealed class JsonArrayReader(string stream, string file, Utf8Source source, RecordPlan plan, DateReader dates, ListPosition start)
    : JsonListReader((stream, file), ("Item", "an array of objects"), source, plan, dates, start)
{
    private readonly JsonItems _items = new(source, isAtStart: start.Bytes == 0);

    internal override Message? Read(CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var kind = _items.Read(out var item);
            if (kind == JsonItemKind.End)
            {
                return null;
            }

            Count++;
            switch (kind)
            {
                case JsonItemKind.TooLong:
                    return Reject($"it is longer than {ListLimits.RecordBytesMax} bytes", Raw(item));
                case JsonItemKind.CutOff:
                    return Reject("the file ends before the array does; what is missing was never written, or a bracket or quotation mark is missing before", Raw(item));
                case JsonItemKind.Trailing:
                    return Reject("there is text behind the end of the array", Raw(item));
                default:
                    if (Map(item) is { } message)
                    {
                        return message;
                    }

                    break;
            }
        }
    }
}
