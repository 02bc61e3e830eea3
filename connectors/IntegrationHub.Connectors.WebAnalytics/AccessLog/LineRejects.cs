using System.Globalization;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Connectors.WebAnalytics.AccessLog;

/// <summary>Sets aside lines that are not of an access log: each by itself at first, then by their number.</summary>
internal sealed class LineRejects(string stream, int singlyMax)
{
    private int _count;

    internal RejectedRecord? Add(in LoggedRequest request)
    {
        _count++;
        return _count > singlyMax
            ? null
            : new RejectedRecord(stream, string.Create(
                CultureInfo.InvariantCulture,
                $"At byte {request.Offset} of '{request.File.Name}' is no line of an access log; expected the common or the combined format of Apache or nginx."))
            {
                Key = $"{request.File.Fingerprint}-{request.Offset}",
            };
    }

    internal RejectedRecord? Summary() => _count <= singlyMax
        ? null
        : new RejectedRecord(stream, string.Create(CultureInfo.InvariantCulture, $"{_count - singlyMax} more lines are not of an access log."));
}
