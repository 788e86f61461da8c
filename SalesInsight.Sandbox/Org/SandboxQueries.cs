using SalesInsight.Sandbox.Org.Rows;
using SalesInsight.Sandbox.Org.Setup;
using SalesInsight.Sandbox.Org.Soql;

namespace SalesInsight.Sandbox.Org;

/// <summary>SOQL as a user. Safe to share between threads.</summary>
public sealed class SandboxQueries
{
    private readonly Lock gate;
    private readonly OrgStore store;
    private readonly SoqlRunner runner;

    internal SandboxQueries(
        SandboxOptions options, Lock gate, OrgStore store, Sharing sharing, SandboxUsers users) =>
        (this.gate, this.store, runner) = (gate, store, new SoqlRunner(options, store, sharing, users));

    /// <summary>The rows of a query; relationship columns are read from each row's parents by the caller.</summary>
    /// <exception cref="ArgumentException">The query was refused; the message is Salesforce's.</exception>
    public IReadOnlyList<SObjectRecord> Rows(CallContext context, string soql, bool all = false) =>
        Run(context, soql, all) switch
        {
            QueryOutcome.Rows rows => rows.Found,
            QueryOutcome.Refused refused => throw new ArgumentException(refused.Error.Message, nameof(soql)),
            _ => [],
        };

    internal QueryOutcome Run(CallContext context, string soql, bool all)
    {
        lock (gate)
        {
            store.CatchUp();
            return runner.Run(context, soql, all);
        }
    }
}
