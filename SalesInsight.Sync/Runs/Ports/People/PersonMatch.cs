namespace SalesInsight.Sync.Runs.Ports.People;

/// <summary>A lead or contact that has an address, as this user is shown it.</summary>
/// <param name="Id">18 characters.</param>
/// <param name="Email">As the record has it.</param>
/// <param name="CreatedAt">Salesforce's clock.</param>
/// <param name="LastActivity">LastActivityDate; null: no activity yet, or the field is hidden.</param>
/// <param name="Converted">A lead that has become a contact; null for every other record.</param>
internal sealed record PersonMatch(
    string Id,
    PersonKind Kind,
    string Email,
    DateTimeOffset CreatedAt,
    DateOnly? LastActivity,
    PersonMatch.Conversion? Converted = null)
{
    /// <param name="Contact">The contact the lead became; null when this user is not shown it.</param>
    internal sealed record Conversion(PersonMatch? Contact);
}
