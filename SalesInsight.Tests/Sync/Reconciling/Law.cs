namespace SalesInsight.Tests.Sync.Reconciling;

/// <summary>Something that holds in every situation it speaks about.</summary>
/// <param name="Holds">Null: the law does not speak about this situation.</param>
internal sealed record Law(string Name, Func<Judged, bool?> Holds)
{
    public override string ToString() => Name;
}
