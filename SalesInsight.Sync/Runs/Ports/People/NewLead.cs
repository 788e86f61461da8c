namespace SalesInsight.Sync.Runs.Ports.People;

/// <summary>A lead to be made of an address nobody has.</summary>
/// <param name="FirstName">Null: not known.</param>
/// <param name="LastName">Never empty.</param>
/// <param name="Company">Never empty; the domain, where nothing better is known.</param>
internal sealed record NewLead(string? FirstName, string LastName, string Company, string Email);
