namespace SalesInsight.Tests.Sync.Runs;

/// <summary>A rep of an org that has a reader.</summary>
internal sealed class OrgReaderRep(Guid userId, Guid connectionId, string username)
{
    public Guid UserId { get; } = userId;

    public Guid ConnectionId { get; } = connectionId;

    public string Username { get; } = username;

    /// <summary>When the schedule would run it without being told.</summary>
    public DateTimeOffset NextAt { get; set; }
}
