using System.Buffers.Text;
using System.Globalization;
using System.Text;
using IntegrationHub.Sync.Admin;

namespace IntegrationHub.Server.Api;

/// <summary>Opaque cursors and page sizes.</summary>
internal static class Paging
{
    internal const int LimitDefault = 100;
    private const int LimitMax = 1000;

    internal static string WriteCursor(long position) =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes("p" + position.ToString(CultureInfo.InvariantCulture)));

    internal static long ReadCursor(string? cursor)
    {
        if (string.IsNullOrEmpty(cursor))
        {
            return 0;
        }

        if (Base64Url.IsValid(cursor))
        {
            var text = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(cursor));
            if (text.StartsWith('p') && long.TryParse(text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var position))
            {
                return position;
            }
        }

        throw new AdminException(AdminFailure.WrongUse, "The cursor is none that this server gave out.", "the 'next' of an earlier page");
    }

    internal static int CheckLimit(int limit) => limit is >= 1 and <= LimitMax
        ? limit
        : throw new AdminException(AdminFailure.WrongUse, $"The limit {limit} is out of range.", $"1 to {LimitMax}");
}
