using System.Globalization;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace RestConnector;

/// <summary>Turns what the API answers into messages.</summary>
internal static class BookingMapping
{
    internal const string Guests = "guests";
    internal const string Bookings = "bookings";

    internal static Message Map(string stream, JObject item) => stream switch
    {
        Guests => Guest(item),
        Bookings => Booking(item),
        _ => throw ConnectorException.Defect($"There is no stream '{stream}'; expected {Guests} or {Bookings}."),
    };

    internal static DateTimeOffset? ChangedAt(JObject item) => Time(item["changed_at"]);

    private static Message Guest(JObject guest) => (string?)guest["id"] is { Length: > 0 } id
        ? new PersonRecord(Guests, id) { UpdatedAt = ChangedAt(guest) }
            .Add(PersonFields.NameFull, (string?)guest["name"])
            .Add(PersonFields.Email, (string?)guest["email"])
            .Add(PersonFields.Phone, (string?)guest["phone"])
        : new RejectedRecord(Guests, "The guest has no id.", guest.ToString(Formatting.None));

    // <interaction>
    private static Message Booking(JObject booking) =>
        (string?)booking["id"] is { Length: > 0 } id && Time(booking["booked_at"]) is { } bookedAt
            ? new InteractionRecord(Bookings, id, "booking", bookedAt)
            {
                PersonStream = Guests,
                PersonKey = (string?)booking["guest_id"],
                Title = $"{(int?)booking["nights"]} nights, {(string?)booking["room"]}",
                Channel = "web",
                Direction = "in",
                Amount = (decimal?)booking["total"],
                Currency = (string?)booking["currency"],
            }
            : new RejectedRecord(Bookings, "The booking has no id or no readable booked_at.", booking.ToString(Formatting.None));

    // </interaction>
    private static DateTimeOffset? Time(JToken? text) =>
        DateTimeOffset.TryParse((string?)text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
