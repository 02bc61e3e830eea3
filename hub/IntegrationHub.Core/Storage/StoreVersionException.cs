using System.Globalization;

namespace IntegrationHub.Core.Storage;

/// <summary>The store was written by a newer hub than this one.</summary>
/// <param name="found">The schema version found.</param>
/// <param name="known">The newest schema version this hub knows.</param>
public sealed class StoreVersionException(int found, int known) : StoreException(string.Create(
    CultureInfo.InvariantCulture,
    $"The data folder has schema version {found}; this hub knows versions up to {known}. Use the newer hub that wrote it."));
