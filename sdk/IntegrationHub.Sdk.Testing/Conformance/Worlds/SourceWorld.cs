using IntegrationHub.Sdk.Settings;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Testing.Conformance;

/// <summary>The offline world that a pull connector is checked in: files or a stub server, and settings that lead there.</summary>
/// <remarks>Each check makes a world of its own, starts it, and disposes of it. The world stands still: its data is fixed and older
/// than two days before <see cref="Now"/>, unless a check adds to it. Put at least three records into every stream. A secret in the settings is at least
/// eight characters long and occurs nowhere else. What a world cannot do, it leaves out; the checks that need it then do not apply.</remarks>
public abstract class SourceWorld : IAsyncDisposable
{
    /// <summary>Gets where the connector's clock stands at the start.</summary>
    /// <value>Defaults to noon of 1 December 2026, UTC.</value>
    public virtual DateTimeOffset Now { get; } = new(2026, 12, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Gets the folder that relative paths in settings start from.</summary>
    /// <value>Defaults to the current directory.</value>
    public virtual string BaseDirectory => Environment.CurrentDirectory;

    /// <summary>Gets the stream that <see cref="AddPeople"/> adds to.</summary>
    /// <value>Defaults to <c>people</c>.</value>
    public virtual string PeopleStream => "people";

    /// <summary>Gives the key that the connector makes of a person's key in the source.</summary>
    /// <param name="key">The key in the source.</param>
    /// <returns>The record's key; the same unless the world says otherwise.</returns>
    public virtual string RecordKeyOf(string key) => key;

    /// <summary>Gets a value indicating whether names of people come through as they are. A connector that reads names out of free text
    /// may leave out what is none.</summary>
    /// <value>Defaults to <see langword="true"/>.</value>
    public virtual bool KeepsNames => true;

    /// <summary>Gets how long and how much the connector may take.</summary>
    public virtual ConformanceLimits Limits { get; } = new();

    /// <summary>Gets how many requests the connector has made so far.</summary>
    /// <value>Defaults to zero: the world does not count.</value>
    public virtual int Requests => 0;

    /// <summary>Gets the addresses that were asked, with their queries. They end up in other people's logs, so no secret may be in them.</summary>
    public virtual IReadOnlyList<string> RequestAddresses => [];

    /// <summary>Gets a value indicating whether the world is about to answer a request; the connector's clock then stands still.</summary>
    public virtual bool IsAnswering => false;

    /// <summary>Makes a connector, as the hub does for each run.</summary>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The calls to it.</returns>
    public abstract Task<SourceCalls> OpenAsync(CancellationToken cancellationToken);

    /// <summary>Starts the world.</summary>
    /// <param name="cancellationToken">Stops the start.</param>
    /// <returns>Settings with which everything in the world can be read, secrets in clear.</returns>
    public abstract Task<JObject> StartAsync(CancellationToken cancellationToken);

    /// <summary>Gives values that the other side does not accept, by the name of the setting. A check with one of them must fail and name the setting.</summary>
    /// <param name="settings">The good settings.</param>
    /// <param name="schema">The connector's settings.</param>
    /// <returns>One wrong value a setting; by default one for each secret that is set.</returns>
    public virtual IReadOnlyDictionary<string, JToken> WrongValues(JObject settings, SettingsSchema schema)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(schema);
        return schema.Settings
            .Where(s => s.IsSecret && settings[s.Name] is not null)
            .ToDictionary(s => s.Name, s => (JToken)new JValue("wrong-canary-" + s.Name), StringComparer.Ordinal);
    }

    /// <summary>Adds people to <see cref="PeopleStream"/>, changed at <see cref="Now"/> or as late as the source's times go.</summary>
    /// <param name="people">The people, possibly very many; they are gone through once.</param>
    /// <returns>Whether the world can.</returns>
    public virtual bool AddPeople(IEnumerable<WorldPerson> people) => false;

    /// <summary>Makes the other side fail from now on.</summary>
    /// <param name="fault">How.</param>
    /// <param name="after">How many further requests are still answered well.</param>
    /// <returns>Whether the world can.</returns>
    public virtual bool TryBreak(WorldFault fault, int after) => false;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await DisposeCoreAsync().ConfigureAwait(false);
        GC.SuppressFinalize(this);
    }

    /// <summary>Ends the world.</summary>
    /// <returns>A task that ends when nothing of it is left.</returns>
    protected virtual ValueTask DisposeCoreAsync() => ValueTask.CompletedTask;
}
