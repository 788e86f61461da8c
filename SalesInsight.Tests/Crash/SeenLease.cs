namespace SalesInsight.Tests.Crash;

/// <summary>Who runs, or ran last.</summary>
internal sealed record SeenLease(long Epoch, string Holder, bool IsHeld)
{
    public bool IsHeldBy(int processId) => IsHeld && Holder.EndsWith($"/{processId}", StringComparison.Ordinal);
}
