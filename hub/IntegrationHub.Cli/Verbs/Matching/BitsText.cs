using System.Globalization;

namespace IntegrationHub.Cli.Verbs.Matching;

/// <summary>Bits as people read them.</summary>
internal static class BitsText
{
    public static string Of(double bits) => bits.ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture);
}
