namespace IntegrationHub.Connectors.Lists.Places;

/// <summary>Tells by the setting <c>path</c> where the files lie.</summary>
internal static class ListPlaces
{
    internal static ListPlace Of(ListFileSettings settings, ConnectorContext context)
    {
        var path = settings.Path.Trim();
        return HasScheme(path, "https://") || HasScheme(path, "http://") ? new WebPlace(settings, context)
            : HasScheme(path, "sftp://") ? new SftpPlace(settings, context)
            : HasScheme(path, "s3://") ? new S3Place(settings, context)
            : new LocalPlace(settings, context.BaseDirectory);
    }

    private static bool HasScheme(string path, string scheme) => path.StartsWith(scheme, StringComparison.OrdinalIgnoreCase);
}
