namespace SalesInsight.Sync.Salesforce.Connection;

/// <summary>What came of Salesforce's answer to the browser.</summary>
public abstract record CompleteConnection
{
    private CompleteConnection()
    {
    }

    /// <summary>The grant is stored, encrypted, and works.</summary>
    /// <param name="View">As <see cref="IConnections.GetAsync"/> would show it.</param>
    /// <param name="SameAsBefore">True: the pair continues. False: a new pair, older links are frozen.</param>
    public sealed record Connected(ConnectionView View, bool SameAsBefore) : CompleteConnection;

    /// <summary>An org reader's grant is stored; it may read at once.</summary>
    public sealed record ReaderConnected(Guid ReaderId) : CompleteConnection;

    /// <summary>Nothing was stored; a connection the user had before is as it was.</summary>
    public sealed record Refused(ConnectionProblem Problem) : CompleteConnection
    {
        /// <summary>It was an org reader that was to be connected.</summary>
        public bool IsOfReader { get; init; }
    }
}
