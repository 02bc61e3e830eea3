using Microsoft.Extensions.Logging;

namespace IntegrationHub.Connectors.Email;

/// <summary>Every line this connector logs; none holds a customer's value.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Read {Mails} mails in {Places} places: {Bulk} bulk, {Spam} advertising, {Rejected} rejected, {People} people, {HeldBack} strangers held back, {UnreadFeet} feet not searched")]
    internal static partial void PassDone(ILogger logger, long mails, int places, long bulk, long spam, long rejected, long people, long heldBack, long unreadFeet);

    [LoggerMessage(2, LogLevel.Information, "No own addresses are set; {Count} guessed from the first {Sample} mails")]
    internal static partial void OwnAddressesGuessed(ILogger logger, int count, int sample);

    [LoggerMessage(3, LogLevel.Information, "Read {Mails} mails in {Folders} folders: {Bulk} bulk, {Spam} advertising, {Bounces} bounces, {Rejected} rejected, {Vanished} gone since the last read, {HeldBack} strangers held back, {UnreadFeet} feet not searched")]
    internal static partial void RemotePassDone(ILogger logger, long mails, int folders, long bulk, long spam, long bounces, long rejected, long vanished, long heldBack, long unreadFeet);
}
