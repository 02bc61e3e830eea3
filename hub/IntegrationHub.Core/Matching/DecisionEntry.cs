namespace IntegrationHub.Core.Matching;

/// <summary>A decision with its history. Entries are never removed.</summary>
/// <param name="Id">Its number; later decisions have larger ones.</param>
/// <param name="Act">The number that it shares with all that was decided in the same act: a merge or a split decides on many pairs.</param>
/// <param name="Decision">The decision.</param>
/// <param name="State">What it counts for today.</param>
/// <param name="Withdrawal">Who took it back, when and why; <see langword="null"/> unless it is withdrawn.</param>
public sealed record DecisionEntry(long Id, long Act, Decision Decision, DecisionState State, Withdrawal? Withdrawal);
