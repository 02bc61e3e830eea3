using System.Collections.Concurrent;
using IntegrationHub.Sdk.Accounts;
using IntegrationHub.Sdk.Settings;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Plugins.Processes.Protocol;

/// <summary>Answers, in the hub and for one call, what a child asks of the store of credentials. Locks that the child still holds at the
/// end of the call, or that it died with, are released.</summary>
/// <param name="store">The store, bound to the call's source.</param>
/// <param name="send">Sends an answer to the child.</param>
internal sealed class CredentialDesk(ICredentialStore store, Func<JObject, Task> send) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<int, IAsyncDisposable> _locks = new();
    private readonly CancellationTokenSource _ended = new();

    /// <summary>Takes a question; the answer is sent when it is there, since a lock may be long in coming.</summary>
    public void Hear(JObject question) => _ = AnswerAsync(question);

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        foreach (var id in _locks.Keys)
        {
            await ReleaseAsync(id);
        }
    }

    private async Task AnswerAsync(JObject question)
    {
        var id = (int)question["id"]!;
        var operation = (string)question["operation"]!;
        var answer = new JObject { ["id"] = id, ["operation"] = operation };
        try
        {
            switch (operation)
            {
                case Wire.CredentialRelease:
                    await ReleaseAsync(id);
                    return;
                case Wire.CredentialLock:
                    await LockAsync(id, (string)question["name"]!);
                    break;
                case Wire.CredentialRead:
                    answer["secret"] = (await store.ReadAsync((string)question["name"]!, _ended.Token))?.Reveal();
                    break;
                case Wire.CredentialStore:
                    // Not given up with the call: it may be the only copy of a secret that the vendor has just replaced.
                    await store.StoreAsync((string)question["name"]!, new Secret((string)question["secret"]!), CancellationToken.None);
                    break;
                default:
                    throw new NotSupportedException($"The protocol has no operation '{operation}'.");
            }
        }
#pragma warning disable CA1031 // Whatever the store throws is the connector's answer, not the hub's failure.
        catch (Exception e)
#pragma warning restore CA1031
        {
            answer[Wire.Failed] = WireFailure.Of(e);
        }

        await send(answer);
    }

    private async Task LockAsync(int id, string name)
    {
        _locks[id] = await store.LockAsync(name, _ended.Token);
        if (_ended.IsCancellationRequested)
        {
            await ReleaseAsync(id); // The call ended while the lock was being given.
        }
    }

    private async Task ReleaseAsync(int id)
    {
        if (_locks.TryRemove(id, out var held))
        {
            await held.DisposeAsync();
        }
    }
}
