using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace IntegrationHub.Connectors.Lists.Places;

/// <summary>Runs <c>sftp</c> in batch mode: it asks nobody anything, so what is missing fails at once.</summary>
internal sealed class SftpProgram
{
    private const int OutputCharsMax = 32 * 1024 * 1024;

    private readonly ListFileSettings _settings;
    private readonly SftpAddress _address;
    private readonly string _keyFile;
    private readonly string _knownHosts;

    internal SftpProgram(ListFileSettings settings, SftpAddress address, string baseDirectory)
    {
        _settings = settings;
        _address = address;
        _keyFile = Existing("keyFile", settings.KeyFile, "Give the path of a private key without a passphrase.", baseDirectory);
        _knownHosts = Existing(
            "knownHosts", settings.KnownHosts, $"Write the server's key there, compared with what its owner says, for example from: ssh-keyscan -p {address.Port} {address.Host}", baseDirectory);
        if (settings.User.Length == 0 || settings.User[0] == '-' || settings.User.Any(char.IsWhiteSpace))
        {
            throw ConnectorException.Configuration("user", "The setting is empty or no user's name.", "Give the name of the user to log in as.");
        }
    }

    /// <summary>Writes a path so that the program takes it as it is.</summary>
    internal static string Quoted(string path)
    {
        var text = new System.Text.StringBuilder("\"");
        foreach (var letter in path)
        {
            // Between quotation marks the program takes wildcards as they are; the two that it does not must be escaped.
            text.Append(letter is '"' or '\\' ? "\\" : string.Empty).Append(letter);
        }

        return text.Append('"').ToString();
    }

    /// <summary>Runs one command.</summary>
    /// <returns>What it printed.</returns>
    internal async Task<string> RunAsync(string command, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(ListLimits.DownloadTimeout);
        using var process = Start();
        try
        {
            var output = ReadAsync(process.StandardOutput, deadline.Token);
            var errors = ReadAsync(process.StandardError, deadline.Token);
            await process.StandardInput.WriteLineAsync(command.AsMemory(), deadline.Token).ConfigureAwait(false);
            process.StandardInput.Close();
            await process.WaitForExitAsync(deadline.Token).ConfigureAwait(false);
            var problem = await errors.ConfigureAwait(false);
            return process.ExitCode == 0 ? await output.ConfigureAwait(false) : throw SftpErrors.Of(problem, _address, _settings);
        }
        catch (IOException)
        {
            // The program ended before it read its command; its own words say why.
            await process.WaitForExitAsync(deadline.Token).ConfigureAwait(false);
            throw ConnectorException.Transient($"The connection to {_address.Host} broke off.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw ConnectorException.Transient($"{_address.Host} did not give the file within {ListLimits.DownloadTimeout.TotalMinutes} minutes.");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static string Existing(string setting, string value, string nextStep, string baseDirectory)
    {
        var path = value.Length == 0 ? string.Empty : Path.GetFullPath(value, Path.GetFullPath(baseDirectory));
        return File.Exists(path) ? path : throw ConnectorException.Configuration(
            setting, value.Length == 0 ? "The setting is empty." : $"'{value}' does not exist.", nextStep);
    }

    private static async Task<string> ReadAsync(StreamReader reader, CancellationToken cancellationToken)
    {
        var text = new System.Text.StringBuilder();
        var buffer = new char[16 * 1024];
        int count;
        while ((count = await reader.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            if (text.Length < OutputCharsMax)
            {
                text.Append(buffer, 0, count);
            }
        }

        return text.ToString();
    }

    private Process Start()
    {
        var start = new ProcessStartInfo("sftp") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        string[] options =
        [
            "BatchMode=yes", "StrictHostKeyChecking=yes", $"UserKnownHostsFile=\"{_knownHosts}\"", "GlobalKnownHostsFile=/dev/null", "IdentitiesOnly=yes",
            "IdentityAgent=none", $"IdentityFile=\"{_keyFile}\"", "PasswordAuthentication=no", "KbdInteractiveAuthentication=no", "ConnectTimeout=30", "ServerAliveInterval=30",
        ];

        // No file of the user's decides what is done here; -F none also keeps proxies and forwardings out.
        foreach (var argument in new[] { "-F", "none", "-b", "-", "-P", _address.Port.ToString(CultureInfo.InvariantCulture) }
            .Concat(options.SelectMany(static o => new[] { "-o", o })).Append($"{_settings.User}@{_address.Host}"))
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["LC_ALL"] = "C";
        start.Environment["TZ"] = "UTC";
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw ConnectorException.Configuration("path", "The program sftp is not on this machine.", "Install the OpenSSH client (Debian: openssh-client).", e);
        }
    }
}
