namespace SalesInsight.Sync.Runs.Ports.People;

/// <summary>A lead or contact with an address, as its org shows it to this user.</summary>
/// <param name="Company">The lead's company or the contact's account; null: none.</param>
internal sealed record NamedPerson(string Id, PersonKind Kind, string Name, string Email, string? Company);
