using System.Security.Cryptography;

namespace StandIns;

/// <summary>What the shop's systems want to see of who reads them; new at each start.</summary>
internal sealed record ShopSecrets(string Matomo, string Square, string Shopify, string Odoo, string Mailchimp, string WebEvents)
{
    public static ShopSecrets New() => new(Random(), Random(), Random(), Random(), Random() + "-us6", Random());

    private static string Random() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}
