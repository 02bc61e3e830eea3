using System.Globalization;

namespace IntegrationHub.Benchmarks.Load.People;

/// <summary>An invented town.</summary>
/// <param name="Name">Its name.</param>
/// <param name="State">The state's two letters.</param>
/// <param name="FirstZip">Its first postal code, five digits.</param>
/// <param name="ZipCount">How many codes it has from there on.</param>
/// <param name="AreaCodes">The area codes of its state.</param>
internal sealed record Town(string Name, string State, int FirstZip, int ZipCount, string[] AreaCodes)
{
    /// <summary>Draws a telephone number of the town's state, ten digits.</summary>
    public string Phone(Dice dice)
    {
        var exchange = dice.Between(200, 998);
        exchange += exchange % 100 == 11 ? 1 : 0; // 211, 311, ... are services
        return dice.Of(AreaCodes) + ((exchange * 10_000) + dice.Below(10_000)).ToString(CultureInfo.InvariantCulture);
    }
}
