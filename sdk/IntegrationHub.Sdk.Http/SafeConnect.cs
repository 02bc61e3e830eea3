using System.Net;
using System.Net.Sockets;

namespace IntegrationHub.Sdk.Http;

/// <summary>Opens connections, to no address that only somebody who wants in would lead us to.</summary>
/// <remarks>Link-local addresses (cloud metadata among them), unspecified and multicast ones are refused, unless the base address
/// itself is written as one; this machine's own are refused to every host but that of the base address, unless that one is on
/// this machine too. Private networks are allowed: shops and mail servers live there.</remarks>
internal sealed class SafeConnect(Uri baseAddress)
{
    // Metadata services outside the link-local range: AWS over IPv6, Alibaba.
    private static readonly IPAddress[] Metadata = [IPAddress.Parse("fd00:ec2::254"), IPAddress.Parse("100.100.100.200")];

    private readonly IPAddress? _literal = IPAddress.TryParse(baseAddress.DnsSafeHost, out var address) ? Plain(address) : null;

    internal async ValueTask<Stream> OpenAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var end = context.DnsEndPoint;
        var addresses = await Dns.GetHostAddressesAsync(end.Host, cancellationToken).ConfigureAwait(false);

        // With a proxy, the connection goes to the proxy, which the machine's owner chose.
        var isDirect = string.Equals(context.InitialRequestMessage.RequestUri?.IdnHost.Trim('[', ']'), end.Host.Trim('[', ']'), StringComparison.OrdinalIgnoreCase);
        if (isDirect && addresses.Any(a => IsRefused(end.Host, a)))
        {
            throw new AddressRefusedException($"the name '{end.Host}' leads to an address of this machine or its link, which is not asked");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, end.Port, cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    internal bool IsRefused(string host, IPAddress resolved)
    {
        var address = Plain(resolved);
        if (address.Equals(_literal))
        {
            return false;
        }

        var isOnlyOnLink = address.IsIPv6LinkLocal
            || address.IsIPv6Multicast
            || address.Equals(IPAddress.Any)
            || address.Equals(IPAddress.IPv6Any)
            || Metadata.Contains(address)
            || (address.AddressFamily == AddressFamily.InterNetwork && address.GetAddressBytes() is [169, 254, ..] or [0, ..] or [>= 224, ..]);
        var isBaseHost = string.Equals(host.Trim('[', ']'), baseAddress.DnsSafeHost, StringComparison.OrdinalIgnoreCase);
        return isOnlyOnLink || (IPAddress.IsLoopback(address) && !isBaseHost && !baseAddress.IsLoopback);
    }

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
