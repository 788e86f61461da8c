namespace SalesInsight.Sync.EmailLog.Running;

/// <summary>What a run is to make in Salesforce; all else it decided is settled already.</summary>
internal sealed class LogPlan
{
    private readonly Dictionary<Guid, PlannedLog> _logs = [];
    private readonly Dictionary<Guid, PlannedLead> _leads = [];

    public IReadOnlyCollection<PlannedLog> Logs => _logs.Values;

    public IReadOnlyCollection<PlannedLead> Leads => _leads.Values;

    /// <summary>Plans an activity; whoever wants one that is planned already follows it.</summary>
    public void Want(Guid id, string? personId, RecipientWork work)
    {
        work.Await();
        if (_logs.TryGetValue(id, out var planned)) planned.Followers.Add(work);
        else _logs[id] = new PlannedLog(id, personId, work);
    }

    public void WantLead(Guid id, RecipientWork work)
    {
        work.Await();
        if (_leads.TryGetValue(id, out var planned)) planned.Works.Add(work);
        else _leads[id] = new PlannedLead(id, work.Recipient.Address, [work]);
    }
}
