using System.Globalization;
using IntegrationHub.Tests.Support;

namespace StandIns;

/// <summary>What an admin would have been given: a file per secret, and the addresses as a file for the shell.</summary>
internal static class Handout
{
    public static void Write(string folder, ShopSecrets secrets, ShopSystems systems, DovecotServer mail)
    {
        Directory.CreateDirectory(folder);
        Secret("mail.password", DovecotServer.Password);
        Secret("matomo.token", secrets.Matomo);
        Secret("square.token", secrets.Square);
        Secret("shopify.token", secrets.Shopify);
        Secret("odoo.key", secrets.Odoo);
        Secret("mailchimp.key", secrets.Mailchimp);
        Secret("web-events.key", secrets.WebEvents);
        File.Copy(mail.Certificate, Path.Combine(folder, "mail-ca.pem"), overwrite: true);

        // Last and in one step: who waits for it finds it whole.
        var env = Path.Combine(folder, "env");
        File.WriteAllText(env + ".new", string.Create(CultureInfo.InvariantCulture, $"""
            SYSTEMS={systems.Address}
            MAIL_PORT={mail.TlsPort}
            HUB_URL=http://127.0.0.1:{FreePort.Next()}
            SHOP={ShopFiles.PathOf()}

            """));
        File.Move(env + ".new", env, overwrite: true);

        void Secret(string name, string value) => File.WriteAllText(Path.Combine(folder, name), value + "\n");
    }
}
