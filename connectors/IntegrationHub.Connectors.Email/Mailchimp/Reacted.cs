using System.Security.Cryptography;
using System.Text;

namespace IntegrationHub.Connectors.Email.Mailchimp;

/// <summary>Remembers who opened, clicked or bounced of one campaign, 16 bytes each. Beyond its limit only Mailchimp's own count of opens
/// tells who did.</summary>
internal sealed class Reacted
{
    private const int CountMax = 2_000_000;

    private readonly HashSet<UInt128> _members = [];

    internal void Add(string member)
    {
        if (_members.Count < CountMax)
        {
            _members.Add(MarkOf(member));
        }
    }

    internal bool Holds(string member) => _members.Contains(MarkOf(member));

    private static UInt128 MarkOf(string member) =>
        System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(member)));
}
