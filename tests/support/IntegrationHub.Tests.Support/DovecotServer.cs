using System.Globalization;

namespace IntegrationHub.Tests.Support;

/// <summary>A real Dovecot on free ports of 127.0.0.1, with mailboxes as Maildirs in a temporary folder.</summary>
/// <remarks>The user <see cref="User"/> has the password <see cref="Password"/>; other users of that domain have it too.</remarks>
public sealed class DovecotServer : IAsyncDisposable
{
    /// <summary>The mailbox that tests use unless they need another.</summary>
    public const string User = "info@shop.example";

    /// <summary>The password of every user, with what needs quoting in it.</summary>
    public const string Password = "pa\"ss\\wörd 1";

    private const UnixFileMode Open = (UnixFileMode)0b111_111_111; // Dovecot reads mail as another user than the test.
    private const UnixFileMode OwnerWrites = (UnixFileMode)0b111_101_101;

    private readonly string _folder;
    private RunningProgram? _program;
    private int _delivered;

    private DovecotServer(string folder)
    {
        _folder = folder;
    }

    /// <summary>Gets the port for plain connections and STARTTLS.</summary>
    public int Port { get; } = FreePort.Next();

    /// <summary>Gets the port for TLS from the first byte.</summary>
    public int TlsPort { get; } = FreePort.Next();

    /// <summary>Gets the PEM file of the server's own certificate, made out to <c>localhost</c>.</summary>
    public string Certificate => Path.Combine(_folder, "cert.pem");

    /// <summary>Starts a server.</summary>
    /// <param name="introspection">An OAuth 2.0 introspection endpoint that says whose a token is; <see langword="null"/> to take no tokens.</param>
    /// <returns>The running server; dispose of it to end it.</returns>
    public static async Task<DovecotServer> StartAsync(Uri? introspection = null)
    {
        var server = new DovecotServer(Directory.CreateTempSubdirectory("dovecot-").FullName);
        Allow(server._folder, Open);
        foreach (var name in (string[])["run", "mail", "home"])
        {
            Directory.CreateDirectory(Path.Combine(server._folder, name));
            Allow(Path.Combine(server._folder, name), name == "run" ? OwnerWrites : Open);
        }

        await server.MakeCertificateAsync();
        await File.WriteAllTextAsync(Path.Combine(server._folder, "dovecot.conf"), server.Configuration(introspection is not null));
        await File.WriteAllTextAsync(Path.Combine(server._folder, "oauth2.conf"), $"introspection_mode = post\nintrospection_url = {introspection}\nusername_attribute = email\nactive_attribute = active\nactive_value = true\n");
        server._program = RunningProgram.Start(Counterparts.Program("dovecot"), ["-F", "-c", Path.Combine(server._folder, "dovecot.conf")]);
        await server._program.WaitForPortAsync(server.Port);
        return server;
    }

    /// <summary>Puts mails into a folder, as a delivery would, in the given order.</summary>
    /// <param name="mails">The mails, with their line ends.</param>
    /// <param name="folder">The folder, levels separated by slashes; made when it is not there.</param>
    /// <param name="user">The mailbox.</param>
    /// <param name="arrivedAt">When the first arrived; each next one a second later.</param>
    public void Deliver(IEnumerable<byte[]> mails, string folder = "INBOX", string user = User, DateTimeOffset? arrivedAt = null)
    {
        ArgumentNullException.ThrowIfNull(mails);

        var maildir = MaildirOf(folder, user);
        foreach (var sub in (string[])["", "cur", "new", "tmp"])
        {
            Directory.CreateDirectory(Path.Combine(maildir, sub));
            Allow(Path.Combine(maildir, sub), Open);
        }

        var at = arrivedAt ?? new DateTimeOffset(2026, 2, 5, 9, 0, 0, TimeSpan.Zero);
        foreach (var mail in mails)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{at.ToUnixTimeSeconds()}.M{_delivered++:D7}.test");
            var path = Path.Combine(maildir, "tmp", name);
            File.WriteAllBytes(path, mail);
            File.SetLastWriteTimeUtc(path, at.UtcDateTime);
            Allow(path, (UnixFileMode)0b110_100_100);
            File.Move(path, Path.Combine(maildir, "new", name));
            at = at.AddSeconds(1);
        }
    }

    /// <summary>Makes the server give the mails of a folder new UIDs under a new UIDVALIDITY, as after a restored backup.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="user">The mailbox.</param>
    public void ForgetUids(string folder = "INBOX", string user = User)
    {
        foreach (var file in Directory.EnumerateFiles(MaildirOf(folder, user), "dovecot*"))
        {
            File.Delete(file);
        }

        // Its own counter of validities has a resolution of a second; a list that starts with another one is as good.
        // It is put there whole, because the server may look at any moment.
        var list = Path.Combine(_folder, "uidlist");
        File.WriteAllText(list, string.Create(CultureInfo.InvariantCulture, $"3 V{2_000_000_000 + _delivered} N1\n"));
        Allow(list, (UnixFileMode)0b110_110_110);
        File.Move(list, Path.Combine(MaildirOf(folder, user), "dovecot-uidlist"), overwrite: true);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_program is not null)
        {
            await _program.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private static void Allow(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, mode);
        }
    }

    private string MaildirOf(string folder, string user)
    {
        var box = Path.Combine(_folder, "mail", user);
        if (!Directory.Exists(box))
        {
            Directory.CreateDirectory(box);
            Allow(box, Open);
        }

        return folder == "INBOX" ? box : Path.Combine(box, "." + folder.Replace('/', '.'));
    }

    private async Task MakeCertificateAsync()
    {
        var (exitCode, said) = await RunningProgram.RunAsync(
            Counterparts.Program("openssl"),
            ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", Path.Combine(_folder, "key.pem"), "-out", Certificate]);
        if (exitCode != 0)
        {
            throw new InvalidOperationException($"openssl ended with {exitCode}: {said}");
        }
    }

    private string Configuration(bool takesTokens)
    {
        var users = Path.Combine(_folder, "users");
        File.WriteAllText(users, string.Concat(((string[])[User, "crowd@shop.example"]).Select(u => $"{u}:{{PLAIN}}{Password}::::::\n")));
        Allow(users, (UnixFileMode)0b110_100_100);
        var tokens = takesTokens
            ? $"passdb {{\n driver = oauth2\n mechanisms = xoauth2 oauthbearer\n args = {_folder}/oauth2.conf\n}}\n"
            : string.Empty;
        var isRoot = Environment.UserName == "root";
        var owner = isRoot ? "nobody" : Environment.UserName;
        var people = isRoot ? string.Empty : $"default_login_user = {owner}\ndefault_internal_user = {owner}\n";
        return $$"""
            base_dir = {{_folder}}/run
            state_dir = {{_folder}}/run
            log_path = {{_folder}}/log
            listen = 127.0.0.1
            protocols = imap
            ssl = yes
            ssl_cert = <{{_folder}}/cert.pem
            ssl_key = <{{_folder}}/key.pem
            disable_plaintext_auth = no
            auth_mechanisms = plain login{{(takesTokens ? " xoauth2 oauthbearer" : string.Empty)}}
            auth_failure_delay = 0
            mail_location = maildir:{{_folder}}/mail/%u
            mail_max_userip_connections = 100
            first_valid_uid = 1
            {{people}}
            {{tokens}}
            passdb {
              driver = passwd-file
              args = scheme=PLAIN username_format=%u {{users}}
            }
            userdb {
              driver = static
              args = uid={{owner}} gid={{(isRoot ? "nogroup" : owner)}} home={{_folder}}/home/%u
            }
            namespace inbox {
              inbox = yes
              separator = /
              mailbox Sent {
                auto = create
                special_use = \Sent
              }
              mailbox Junk {
                auto = create
                special_use = \Junk
              }
            }
            service imap-login {
              inet_listener imap {
                port = {{Port}}
              }
              inet_listener imaps {
                port = {{TlsPort}}
                ssl = yes
              }
            }

            """;
    }
}
