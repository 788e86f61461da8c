using SalesInsight.Sandbox.Org;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Settings;

namespace SalesInsight.Tests.Simulation;

/// <summary>How a world starts.</summary>
/// <param name="OrgSeed">Seed of the orgs' own chance and of the facts nobody could verify.</param>
/// <param name="Reps">One or two.</param>
/// <param name="HasOrgReader">One connection of the first org reads for everybody there.</param>
/// <param name="SkewSeconds">How much the orgs' clock is ahead of ours.</param>
/// <param name="IsCalm">Nobody changes modes, rules or connections: checks on those are strictest.</param>
internal sealed record WorldSetup(
    ulong OrgSeed,
    int Reps,
    bool IsCalm,
    TaskSyncMode Mode,
    FirstImport Import,
    ConflictRule ConflictRule,
    DeleteRule DeleteRule,
    bool HasPrefix,
    CustomIdField IdField,
    bool MarkerAgreed,
    int FenceCount,
    bool HasOrgReader = false,
    int SkewSeconds = 0);
