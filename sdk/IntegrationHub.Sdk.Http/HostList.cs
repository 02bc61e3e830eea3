namespace IntegrationHub.Sdk.Http;

/// <summary>Hosts that may be asked: <c>name</c> (its scheme's own port), <c>name:port</c>, <c>*.name</c> for all below. Immutable.</summary>
internal sealed class HostList(IReadOnlyCollection<string> hosts)
{
    internal bool Holds(Uri address) => hosts.Any(h => Fits(h, address));

    public override string ToString() => string.Join(", ", hosts);

    private static bool Fits(string host, Uri address) =>
        host.StartsWith("*.", StringComparison.Ordinal)
            ? address.IsDefaultPort && address.Host.EndsWith(host[1..], StringComparison.OrdinalIgnoreCase)
            : string.Equals(host, address.Authority, StringComparison.OrdinalIgnoreCase);
}
