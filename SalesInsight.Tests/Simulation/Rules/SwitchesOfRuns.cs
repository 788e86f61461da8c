using System.Collections.Immutable;

namespace SalesInsight.Tests.Simulation.Rules;

/// <summary>Rules about leases, settings and the cursor.</summary>
internal static class SwitchesOfRuns
{
    private const string Leases = "Storage/Sync/RunLeases.cs", Scope = "Runs/RunScope.cs",
        Steps = "Runs/RunSteps.cs", Pusher = "Runs/Pushing/Pusher.cs";

    public static readonly ImmutableArray<RuleSwitch> All =
    [
        new(Rule.EpochOnCommit,
            "Every local transaction of a run is conditional on the lease's epoch.",
            new SourceEdit(Leases, "if (held == 0) throw", "if (held < 0) throw")),

        new(Rule.EpochBeforeSend,
            "The epoch is checked before each send.",
            new SourceEdit(
                Scope,
                """
                        _lease = await services.Store.RenewLeaseAsync(_lease, services.Times.Lease, stop)
                            ?? throw new LeaseLostException(_lease.ConnectionId, _lease.Epoch);
                """,
                "        _lease = await services.Store.RenewLeaseAsync(_lease, services.Times.Lease, stop) ?? _lease;"))
        {
            CoveredBy = [Rule.DeadlineFromIntent],
        },

        new(Rule.DeadlineFromIntent,
            "The deadline counts from the intent's transaction, and a send whose intent has aged is not made.",
            new SourceEdit(Pusher, "if (scope.Now - intentAt > scope.Services.Times.SendWindow)", "if (false)")),

        new(Rule.SettingsChecked,
            "A run stops before the next send when the settings are no longer those of its snapshot.",
            new SourceEdit(Scope, "if (version != Facts.Settings.Version) throw", "if (version < 0) throw")),

        new(Rule.CursorLast,
            "The cursor moves last of all.",
            new SourceEdit(
                Steps,
                "var (resolved, again) = await ResolveAsync(",
                "await MoveCursorAsync(reading, stop); var (resolved, again) = await ResolveAsync(")),

        new(Rule.FailedRunKeepsCursor,
            "A run that fails does not move the cursor.",
            new SourceEdit(
                Steps,
                "var (resolved, again) = await ResolveAsync(",
                "try { var (resolved, again) = await ResolveAsync("),
            new SourceEdit(
                Steps,
                "RestsUntil: staged.IsEmpty ? shared?.Reading.GoodUntil : null);",
                """
                RestsUntil: staged.IsEmpty ? shared?.Reading.GoodUntil : null);
                }
                catch (SalesforceFaultException)
                {
                    await MoveCursorAsync(reading, stop);
                    throw;
                }
                """)),

        new(Rule.LosersOutliveLease,
            "A run that lost its lease still appends what its writes replaced to the history.",
            new SourceEdit(
                Pusher, "await scope.Services.Store.AppendAsync(Overwritten(pushes, reply), stop);", "")),
    ];
}
