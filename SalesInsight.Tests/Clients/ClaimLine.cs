namespace SalesInsight.Tests.Clients;

/// <summary>One line a script prints: what it tried, and what went wrong with it, if anything.</summary>
internal sealed record ClaimLine(string Claim, string? Fault);
