namespace SalesInsight.Sync.Salesforce.Connection;

/// <summary>What came of asking to connect.</summary>
public abstract record StartConnection
{
    private StartConnection()
    {
    }

    /// <summary>Send the browser there; valid for 10 minutes and once.</summary>
    public sealed record Redirect(Uri Authorize) : StartConnection;

    /// <summary>Nothing was begun.</summary>
    public sealed record Refused(ConnectionProblem Problem) : StartConnection;
}
