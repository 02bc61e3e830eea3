namespace IntegrationHub.Sync.Gate.Cards;

/// <summary>A payment card number found in a text.</summary>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Brand">The scheme.</param>
/// <param name="LastFour">Its last four digits as one number.</param>
internal readonly record struct Card(int End, string? Brand, int LastFour);
