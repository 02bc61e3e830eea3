using System.Net;
using System.Net.Sockets;

namespace IntegrationHub.Tests.Support;

/// <summary>Finds ports of the loopback that nobody listens on.</summary>
public static class FreePort
{
    /// <summary>Finds one. Another process may take it before it is used; the window is short.</summary>
    /// <returns>The port.</returns>
    public static int Next()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
