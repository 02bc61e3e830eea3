using System.Globalization;
using IntegrationHub.Tests.Support;

namespace IntegrationHub.Connectors.PointOfSale.Tests.Square;

/// <summary>Prism between connector and stub: a request or an answer that breaks Square's OpenAPI description becomes an error.</summary>
public sealed class PrismProxy : IAsyncLifetime
{
    private RunningProgram _prism = null!;

    /// <summary>Gets the address of Prism.</summary>
    public string Address { get; private set; } = null!;

    internal SquareStub Square { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Square = await SquareStub.StartAsync();
        for (var i = 1; i <= 5; i++)
        {
            Square.AddCustomer($"C{i}", i, 20 - i);
            Square.AddOrder($"O{i}", 10 * i);
            Square.AddLoyaltyAccount($"A{i}", $"C{i}");
            Square.AddLoyaltyEvent($"E{i}", $"A{i}", 5 * i);
        }

        var port = FreePort.Next();
        Address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/");
        string[] arguments =
        [
            Counterparts.Npm("@stoplight/prism-cli/dist/index.js"), "proxy", "--errors", "-h", "127.0.0.1", "-p", port.ToString(CultureInfo.InvariantCulture),
            Repo.PathOf("tests", "support", "data", "square", "openapi.json"), Square.Server.Address.AbsoluteUri.TrimEnd('/'),
        ];
        _prism = RunningProgram.Start("node", arguments);
        await _prism.WaitForPortAsync(port);
    }

    public async ValueTask DisposeAsync()
    {
        if (_prism is not null)
        {
            await _prism.DisposeAsync();
        }

        await Square.DisposeAsync();
    }
}
