using System.Text;
using IntegrationHub.Tests.Support;

namespace StandIns;

/// <summary>Fills the shop's mailbox on a real Dovecot.</summary>
internal static class ShopMail
{
    public static void Deliver(DovecotServer server)
    {
        server.Deliver(Read("inbox"));
        server.Deliver(Read("sent"), "Sent");
    }

    // Git may have changed the line ends.
    private static IEnumerable<byte[]> Read(string folder) => Directory
        .EnumerateFiles(ShopFiles.PathOf("mail", folder), "*.eml")
        .Order(StringComparer.Ordinal)
        .Select(f => Encoding.UTF8.GetBytes(File.ReadAllText(f).ReplaceLineEndings("\r\n")));
}
