using SalesInsight.Sync.Reconciling;

namespace SalesInsight.Tests.Sync.Reconciling;

/// <summary>What there is to decide on.</summary>
internal sealed record Situation(TaskPair Pair, ReconcilePolicy Policy);
