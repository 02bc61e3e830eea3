using System.Globalization;
using IntegrationHub.Core.Matching;
using IntegrationHub.Core.Storage;
using IntegrationHub.Identity;
using IntegrationHub.Sync.Resolving;

namespace IntegrationHub.Sync.Admin;

/// <summary>Trains, shows and changes the match model. Thread-safe.</summary>
/// <param name="store">The store.</param>
/// <param name="resolver">Runs models in shadow and switches.</param>
/// <param name="training">Learns a model.</param>
/// <param name="shipped">The model that ships with the hub, epoch 0.</param>
public sealed class ModelAdmin(IHubStore store, ResolverService resolver, ModelTraining training, MatchModel shipped)
{
    /// <summary>Learns a model from all live records and puts it in use; a pinned one stays no longer.</summary>
    /// <param name="isDryRun">Whether only to say what would change.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="progress">Told as it goes.</param>
    /// <param name="cancellationToken">Stops the work; the old model stays in use.</param>
    /// <returns>What changes.</returns>
    public Task<ModelReport> TrainAsync(
        bool isDryRun, string by, IProgress<ResolveProgress>? progress, CancellationToken cancellationToken) =>
        SwitchAsync(new EpochRequest { By = by, Training = training, IsByPerson = true, IsDryRun = isDryRun }, progress, cancellationToken);

    /// <summary>Puts a stored model or one in a file in use. It is pinned: training by itself leaves it alone.</summary>
    /// <param name="epochOrPath">An epoch, or the absolute path of a file.</param>
    /// <param name="isDryRun">Whether only to say what would change.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="progress">Told as it goes.</param>
    /// <param name="cancellationToken">Stops the work; the old model stays in use.</param>
    /// <returns>What changes.</returns>
    /// <exception cref="AdminException">There is no such epoch or file, or the file is no model.</exception>
    public async Task<ModelReport> UseAsync(
        string epochOrPath, bool isDryRun, string by, IProgress<ResolveProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(epochOrPath);

        var version = int.TryParse(epochOrPath, NumberStyles.None, CultureInfo.InvariantCulture, out var epoch)
            ? await FindAsync(epoch, cancellationToken)
            : await ReadFileAsync(epochOrPath, by, cancellationToken);
        return await SwitchAsync(
            new EpochRequest { By = by, Version = version, IsByPerson = true, IsPinned = true, IsDryRun = isDryRun }, progress, cancellationToken);
    }

    /// <summary>Lets training by itself change the model again.</summary>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>A task.</returns>
    public Task UnpinAsync(CancellationToken cancellationToken) => store.Models.SetPinnedAsync(isPinned: false, cancellationToken);

    /// <summary>Lists the versions.</summary>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The versions and which is in use.</returns>
    public async Task<ModelListing> ListAsync(CancellationToken cancellationToken) =>
        new(await store.Models.GetUseAsync(cancellationToken), await store.Models.ListAsync(cancellationToken));

    /// <summary>Shows one version.</summary>
    /// <param name="epoch">Its epoch; <see langword="null"/> for the one in use.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The version.</returns>
    /// <exception cref="AdminException">There is no such epoch.</exception>
    public async Task<ModelDetails> ShowAsync(int? epoch, CancellationToken cancellationToken)
    {
        var use = await store.Models.GetUseAsync(cancellationToken);
        var shown = epoch ?? use.Epoch;
        var version = await FindAsync(shown, cancellationToken);
        var model = version is null ? shipped : ResolverService.Read(version.Json, $"The model of epoch {shown}");
        return new ModelDetails(
            shown, shown == use.Epoch, shown == use.Epoch && use.IsPinned, version, model.ToJson(), ModelWeights.Beside(shipped, model), model.Training);
    }

    /// <summary>Finds a stored version.</summary>
    /// <returns>The version; <see langword="null"/> stands for the shipped one.</returns>
    private async Task<ModelVersion?> FindAsync(int epoch, CancellationToken cancellationToken) => epoch == 0
        ? null
        : await store.Models.FindAsync(epoch, cancellationToken)
            ?? throw AdminException.NotFound($"There is no model of epoch {epoch}.", next: "hub match model list");

    private static async Task<ModelVersion> ReadFileAsync(string path, string by, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            throw AdminException.WrongUse($"There is no file '{path}'.", "the epoch of a stored model, or the path of a file that 'hub match model export' wrote");
        }

        var json = await File.ReadAllTextAsync(path, cancellationToken);
        _ = ResolverService.Read(json, $"File '{path}'");
        return new ModelVersion
        {
            Origin = ModelOrigin.HandedIn,
            CreatedAt = default,
            CreatedBy = by,
            Records = 0,
            Json = json,
            Report = "{}",
        };
    }

    private async Task<ModelReport> SwitchAsync(
        EpochRequest request, IProgress<ResolveProgress>? progress, CancellationToken cancellationToken)
    {
        var outcome = await resolver.SwitchAsync(request, progress, cancellationToken);
        var anchors = outcome.Difference.Worst.SelectMany(w => w.Before.Concat(w.After)).Select(c => c.Anchor).Distinct().Order().ToList();
        var ids = (await store.Records.GetAsync(anchors, cancellationToken)).ToDictionary(r => r.Id, r => r.Uid);
        return new ModelReport(outcome, [.. outcome.Difference.Worst.Select(w => new NamedRegrouping(
            [.. w.Before.Select(c => (ids[c.Anchor], c.Records))], [.. w.After.Select(c => (ids[c.Anchor], c.Records))], w.Moved))]);
    }
}
