namespace IntegrationHub.Sync.Gate.Phone;

/// <summary>A phone number that was understood.</summary>
/// <param name="E164">The number in E.164: a plus, the calling code, the national number.</param>
/// <param name="Extension">The extension's digits; <see langword="null"/> when there is none.</param>
public readonly record struct PhoneNumber(string E164, string? Extension);
