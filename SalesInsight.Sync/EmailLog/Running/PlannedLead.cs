using SalesInsight.Sync.EmailLog.Outbox;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Ports.People;

namespace SalesInsight.Sync.EmailLog.Running;

/// <summary>A lead to be made of an address, whatever number of mails wait for it.</summary>
internal sealed record PlannedLead(Guid Id, EmailAddress Address, List<RecipientWork> Works)
{
    private const int FirstNameMax = 40, LastNameMax = 80, CompanyMax = 255;

    /// <summary>The person is called as in the mail; the company, by the domain: nothing better is known.</summary>
    public NewLead ToLead()
    {
        var (first, last) = NameOf(Address);
        return new NewLead(
            first is null ? null : ActivityDetail.Cut(first, FirstNameMax),
            ActivityDetail.Cut(last, LastNameMax),
            ActivityDetail.Cut(Address.Domain, CompanyMax),
            Address.Key);
    }

    public LogEntry Entry(Guid connectionId, DateOnly date, DateTimeOffset at) => new(
        Id, Works[0].Mail.Id, Address.Key, connectionId, LogEntry.Entity.Lead, PersonId: null, OpportunityId: null,
        Subject: "", date, IsDone: false, SalesforceId: null, at);

    private static (string? First, string Last) NameOf(EmailAddress address)
    {
        if (address.Name is not { } name || name.Contains('@', StringComparison.Ordinal)) return (null, address.Local);
        var comma = name.IndexOf(',', StringComparison.Ordinal);
        if (comma > 0 && comma < name.Length - 1) return (name[(comma + 1)..].Trim(), name[..comma].Trim());
        var blank = name.LastIndexOf(' ');
        return blank > 0 ? (name[..blank].Trim(), name[(blank + 1)..]) : (null, name);
    }
}
