using SalesInsight.Sync.Reminders;

namespace SalesInsight.Tests.Simulation.World;

/// <summary>A rep: one user here, and the pair they are connected to.</summary>
internal sealed class Rep(int number, Guid userId, string username)
{
    public int Number { get; } = number;

    public Guid UserId { get; } = userId;

    /// <summary>The Salesforce user of the connection in use.</summary>
    public string Username { get; set; } = username;

    /// <summary>Which org, by its port.</summary>
    public int Port { get; set; } = SimulatedWorld.FirstOrg;

    public Guid ConnectionId { get; set; }

    /// <summary>Connections to a pair other than the first.</summary>
    public int Moves { get; set; }

    /// <summary>What the rep chose, in force while the sync is on.</summary>
    public required TaskSyncMode Mode { get; set; }

    public bool IsOn { get; set; }

    public TaskSyncMode WantedMode => IsOn ? Mode : TaskSyncMode.Off;
}
