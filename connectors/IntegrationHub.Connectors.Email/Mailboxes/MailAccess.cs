using IntegrationHub.Sdk;

namespace IntegrationHub.Connectors.Email.Mailboxes;

/// <summary>Turns errors of the file system into failures that say who must act.</summary>
internal static class MailAccess
{
    internal static T Try<T>(string name, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Failure(name, e);
        }
    }

    internal static async ValueTask<T> TryAsync<T>(string name, Func<ValueTask<T>> action)
    {
        try
        {
            return await action().ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Failure(name, e);
        }
    }

    private static ConnectorException Failure(string name, Exception e) => e is UnauthorizedAccessException
        ? ConnectorException.Configuration("path", $"'{name}' may not be read.", "Give the hub's user the right to read it.", e)
        : ConnectorException.Transient($"'{name}' could not be read: {e.GetType().Name}.", innerException: e);
}
