using System.Globalization;
using IntegrationHub.Tests.Support;

namespace IntegrationHub.Connectors.Lists.Tests;

/// <summary>A real OpenSSH server on the loopback that serves SFTP, with a key for the user who runs the tests.</summary>
public sealed class SftpServer : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sftp-");
    private RunningProgram? _program;

    internal int Port { get; } = FreePort.Next();

    internal string KeyFile => PathOf("key");

    internal string OtherKeyFile => PathOf("other");

    internal string KnownHosts => PathOf("known_hosts");

    internal string WrongKnownHosts => PathOf("wrong_hosts");

    internal string Lists => PathOf("lists");

    public async ValueTask InitializeAsync()
    {
        foreach (var name in new[] { "key", "other", "host" })
        {
            await RunningProgram.RunAsync(Counterparts.Program("ssh-keygen"), ["-q", "-t", "ed25519", "-N", string.Empty, "-f", PathOf(name)]);
        }

        Directory.CreateDirectory(Lists);
        File.Copy(PathOf("key.pub"), PathOf("authorized"));
        await File.WriteAllTextAsync(KnownHosts, $"[127.0.0.1]:{Port} {await File.ReadAllTextAsync(PathOf("host.pub"))}");
        await File.WriteAllTextAsync(WrongKnownHosts, $"[127.0.0.1]:{Port} {await File.ReadAllTextAsync(PathOf("other.pub"))}");
        await File.WriteAllTextAsync(PathOf("sshd_config"), string.Create(CultureInfo.InvariantCulture, $"""
            Port {Port}
            ListenAddress 127.0.0.1
            HostKey {PathOf("host")}
            AuthorizedKeysFile {PathOf("authorized")}
            StrictModes no
            UsePAM no
            PasswordAuthentication no
            PidFile none
            Subsystem sftp internal-sftp

            """));
        if (Environment.UserName == "root")
        {
            Directory.CreateDirectory("/run/sshd");
        }

        _program = RunningProgram.Start(Counterparts.Program("sshd"), ["-D", "-e", "-f", PathOf("sshd_config")]);
        await _program.WaitForPortAsync(Port);
    }

    public async ValueTask DisposeAsync()
    {
        if (_program is not null)
        {
            await _program.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);
}
