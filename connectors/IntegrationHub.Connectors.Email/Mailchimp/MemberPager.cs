using System.Globalization;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.Email.Mailchimp;

/// <summary>Finds the place of the next page. An offset alone loses members: one that changes while the list is read moves to its end,
/// and all behind it move up. So each page begins at the time of the last change read; the offset only tells apart members
/// of that very time, of which an import makes thousands, and pages among them overlap.</summary>
internal sealed class MemberPager(int limit, MemberMark start)
{
    private readonly int _overlap = Math.Max(1, limit / 10);

    /// <summary>Gets the place of the next page; <see langword="null"/> after the last one.</summary>
    internal MemberMark? Mark { get; private set; } = start;

    /// <summary>Takes in a page and gives its successor a name that never comes twice.</summary>
    internal string? Follow(JToken page)
    {
        var members = page["members"] as JArray ?? [];
        if (members.Count < limit || Mark is not { } here)
        {
            Mark = null;
            return null;
        }

        var last = MailchimpJson.Time(members[^1], "last_changed");
        var next = last is { } reached && (here.From is null || reached > here.From)
            ? new MemberMark(reached, Math.Max(0, SameTime(members, reached) - _overlap))
            : here with { Offset = here.Offset + limit - _overlap };
        Mark = next;
        return string.Create(CultureInfo.InvariantCulture, $"{next.From?.UtcTicks}+{next.Offset}");
    }

    private static int SameTime(JArray members, DateTimeOffset time)
    {
        var count = 0;
        while (count < members.Count && MailchimpJson.Time(members[members.Count - 1 - count], "last_changed") == time)
        {
            count++;
        }

        return count;
    }
}
