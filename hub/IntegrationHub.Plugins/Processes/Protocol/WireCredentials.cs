using System.Collections.Concurrent;
using IntegrationHub.Sdk.Accounts;
using IntegrationHub.Sdk.Settings;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Plugins.Processes.Protocol;

/// <summary>The hub's store of credentials, as a connector in a child sees it: each call travels to the hub and back. Thread-safe.</summary>
internal sealed class WireCredentials(WireOutput output) : ICredentialStore
{
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JObject>> _asked = new();
    private int _last;

    public async Task<IAsyncDisposable> LockAsync(string name, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(Wire.CredentialLock, name, secret: null, cancellationToken);
        return new Held(output, (int)answer["id"]!);
    }

    public async Task<Secret?> ReadAsync(string name, CancellationToken cancellationToken) =>
        (string?)(await AskAsync(Wire.CredentialRead, name, secret: null, cancellationToken))["secret"] is { } secret ? new Secret(secret) : null;

    public Task StoreAsync(string name, Secret secret, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(secret);

        return AskAsync(Wire.CredentialStore, name, secret.Reveal(), cancellationToken);
    }

    /// <summary>Takes an answer of the hub.</summary>
    public void Hear(JObject answer)
    {
        if (_asked.TryRemove((int)answer["id"]!, out var asked))
        {
            asked.TrySetResult(answer);
        }
        else if ((string?)answer["operation"] == Wire.CredentialLock)
        {
            Release(output, (int)answer["id"]!); // Nobody waits for it any more.
        }
    }

    private static void Release(WireOutput output, int id) =>
        output.Write(Wire.Credential, new JObject { ["operation"] = Wire.CredentialRelease, ["id"] = id });

    private async Task<JObject> AskAsync(string operation, string name, string? secret, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);

        var id = Interlocked.Increment(ref _last);
        var asked = new TaskCompletionSource<JObject>(TaskCreationOptions.RunContinuationsAsynchronously);
        _asked[id] = asked;
        try
        {
            output.Write(
                Wire.Credential, new JObject { ["operation"] = operation, ["id"] = id, ["name"] = name, ["secret"] = secret });
            var answer = await asked.Task.WaitAsync(cancellationToken);
            return answer[Wire.Failed] is JObject failure ? throw WireFailure.ExceptionOf(failure, 0) : answer;
        }
        finally
        {
            _asked.TryRemove(id, out _);
        }
    }

    private sealed class Held(WireOutput output, int id) : IAsyncDisposable
    {
        private int _isReleased;

        public ValueTask DisposeAsync()
        {
            if (Interlocked.Exchange(ref _isReleased, 1) == 0)
            {
                Release(output, id);
            }

            return ValueTask.CompletedTask;
        }
    }
}
