namespace IntegrationHub.Plugins.Installing;

/// <summary>Finds out who signed a plugin that is about to be installed.</summary>
internal static class SignatureCheck
{
    /// <summary>Checks the signature, if there is one.</summary>
    /// <returns>The fingerprint of the pinned key, or <see langword="null"/> when no key that is pinned signed it.</returns>
    /// <exception cref="InstallException">There is a signature, and it does not hold. Never waived: somebody changed the package.</exception>
    public static string? PublisherOf(
        string folder, string name, string version, IReadOnlyDictionary<string, string> files, ConnectorLock known)
    {
        if (PluginSignature.Read(folder) is not { } signature)
        {
            return null;
        }

        if (signature.DifferenceTo(name, version, files) is { } difference)
        {
            throw Broken(name, version, difference);
        }

        // Without the key nothing is known but that the list of files is right: as good as not signed.
        if (known.PublisherOf(signature.Key) is not { } publisher)
        {
            return null;
        }

        using var key = PublisherKey.Parse(publisher.Key, publisher.Name);
        return signature.IsBy(key) ? publisher.Fingerprint : throw Broken(name, version, $"it was not made with the key of {publisher.Name}");
    }

    private static InstallException Broken(string name, string version, string why) => new(
        $"The signature of {name} {version} does not hold: {why}.", "do not use it; get the package again from its publisher");
}
