using IntegrationHub.Connectors.Lists.Files;

namespace IntegrationHub.Connectors.Lists.Reading;

/// <summary>The boundary to the file system: says who must act when it fails.</summary>
internal static class FileErrors
{
    internal static T Guard<T>(FoundFile file, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (UnauthorizedAccessException e)
        {
            throw ConnectorException.Configuration("path", $"'{file.Name}' may not be read.", "Give the hub's user the right to read it.", e);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw ConnectorException.Transient($"'{file.Name}' disappeared while the files were read.", innerException: e);
        }
        catch (IOException e)
        {
            throw ConnectorException.Transient($"'{file.Name}' could not be read to its end.", innerException: e);
        }
    }
}
