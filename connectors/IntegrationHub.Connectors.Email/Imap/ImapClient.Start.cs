using IntegrationHub.Sdk;

namespace IntegrationHub.Connectors.Email.Imap;

/// <content>From the greeting to the login.</content>
internal sealed partial class ImapClient
{
    private bool _hasUtf8Names;

    private async Task StartAsync(ImapLogin login, CancellationToken cancellationToken)
    {
        var isKnown = await GreetAsync(cancellationToken).ConfigureAwait(false);
        if (_endpoint.Security == ImapSecurity.StartTls)
        {
            await StartTlsAsync(cancellationToken).ConfigureAwait(false);
        }

        if (_capabilities.Count == 0)
        {
            await AskCapabilitiesAsync(cancellationToken).ConfigureAwait(false);
        }

        if (!isKnown)
        {
            await ImapAuthentication.RunAsync(this, _endpoint, login, cancellationToken).ConfigureAwait(false);
        }

        await AskCapabilitiesAsync(cancellationToken).ConfigureAwait(false);
        await EnableAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads the greeting.</summary>
    /// <returns>Whether the server knows the user already.</returns>
    private async Task<bool> GreetAsync(CancellationToken cancellationToken)
    {
        ImapResponse greeting;
        try
        {
            greeting = await _connection.ReadAsync(null, cancellationToken).ConfigureAwait(false);
        }
        catch (ConnectorException e) when (e.InnerException is FormatException)
        {
            throw ConnectorException.Configuration("port", $"{_endpoint.Name} is no IMAP server.", "Check 'host', 'port' and 'security'.", e);
        }

        Learn(greeting);
        return (greeting.Tag, greeting.Name) switch
        {
            ("*", "OK") => false,
            ("*", "PREAUTH") when _endpoint.Security != ImapSecurity.StartTls => true,
            ("*", "PREAUTH") => throw ConnectorException.Transient($"{_endpoint.Name} skips the login, so that TLS cannot start."),
            ("*", "BYE") => throw ImapFailures.Of(greeting, _endpoint.Name, "talk"),
            _ => throw ConnectorException.Configuration("port", $"{_endpoint.Name} is no IMAP server.", "Check 'host', 'port' and 'security'."),
        };
    }

    private async Task StartTlsAsync(CancellationToken cancellationToken)
    {
        var end = await EndOfAsync(new ImapCommand("STARTTLS"), cancellationToken).ConfigureAwait(false);
        if (end.Name != "OK")
        {
            throw ConnectorException.Configuration(
                "security", $"{_endpoint.Name} offers no STARTTLS.", "Set 'security' to tls and 'port' to the server's TLS port, usually 993.");
        }

        await _connection.SecureAsync(cancellationToken).ConfigureAwait(false);
        _capabilities.Clear(); // What was said before TLS may be anybody's word.
    }

    private async Task AskCapabilitiesAsync(CancellationToken cancellationToken)
    {
        await foreach (var _ in RunAsync(new ImapCommand("CAPABILITY"), "tell its capabilities", cancellationToken).ConfigureAwait(false))
        {
            // Learned on the way.
        }
    }

    private async Task EnableAsync(CancellationToken cancellationToken)
    {
        var wanted = new List<string>();
        if (Has("ENABLE"))
        {
            wanted.AddRange(((string[])["QRESYNC", "UTF8=ACCEPT"]).Where(Has));
        }

        if (wanted.Count == 0)
        {
            return;
        }

        await foreach (var response in RunAsync(new ImapCommand($"ENABLE {string.Join(' ', wanted)}"), "enable extensions", cancellationToken).ConfigureAwait(false))
        {
            if (response.Name == "ENABLED")
            {
                _hasUtf8Names |= response.Values.Any(v => v.Is("UTF8=ACCEPT"));
                CanResync |= response.Values.Any(v => v.Is("QRESYNC"));
            }
        }
    }
}
