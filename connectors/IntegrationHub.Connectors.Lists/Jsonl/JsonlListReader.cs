using IntegrationHub.Connectors.Lists.Files;
using IntegrationHub.Connectors.Lists.Mapping;
using IntegrationHub.Connectors.Lists.Reading;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Connectors.Lists.Jsonl;

/// <summary>Reads the people of a file with one JSON object per line.</summary>
internal sealed class JsonlListReader(string stream, string file, Utf8Source source, RecordPlan plan, DateReader dates, ListPosition start)
    : JsonListReader((stream, file), ("Line", "one object per line"), source, plan, dates, start)
{
    internal override Message? Read(CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var begin = Source.Position;
            Source.Mark(begin);
            ReadOnlyMemory<byte> line;
            Count++;
            try
            {
                if (!Source.TryReadLine(out line))
                {
                    return null;
                }
            }
            catch (RecordTooLongException)
            {
                Source.GoTo(begin);
                return Reject($"it is longer than {ListLimits.RecordBytesMax} bytes", Source.SkipLine());
            }

            if (!line.Span.Trim(" \t"u8).IsEmpty && Map(line) is { } message)
            {
                return message;
            }
        }
    }
}
