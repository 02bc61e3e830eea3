namespace IntegrationHub.Sdk;

/// <summary>Hosts that may be asked: <c>name</c> (at the port that its protocol has anyway), <c>name:port</c>, <c>*.name</c> for all
/// below it at that same port. Immutable, thread-safe.</summary>
public sealed class HostList
{
    private readonly string[] _hosts;

    /// <summary>Creates a list.</summary>
    /// <param name="hosts">The hosts.</param>
    public HostList(IReadOnlyCollection<string> hosts)
    {
        ArgumentNullException.ThrowIfNull(hosts);
        _hosts = [.. hosts];
    }

    /// <summary>Says whether a host is on the list.</summary>
    /// <param name="host">The name or address; of IPv6 with its brackets, as <see cref="Uri.Host"/> gives it.</param>
    /// <param name="port">The port that is asked.</param>
    /// <param name="portDefault">The port that the protocol has anyway, such as 443.</param>
    /// <returns>Whether it is.</returns>
    public bool Holds(string host, int port, int portDefault)
    {
        ArgumentNullException.ThrowIfNull(host);

        var isDefault = port == portDefault;
        return Array.Exists(_hosts, h => h.StartsWith("*.", StringComparison.Ordinal)
            ? isDefault && host.EndsWith(h[1..], StringComparison.OrdinalIgnoreCase)
            : (isDefault && h.Equals(host, StringComparison.OrdinalIgnoreCase)) || h.Equals($"{host}:{port}", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Lists the hosts with commas between.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Join(", ", _hosts);
}
