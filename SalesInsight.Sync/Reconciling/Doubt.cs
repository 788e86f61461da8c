using SalesInsight.Sync.Reminders;

namespace SalesInsight.Sync.Reconciling;

/// <summary>Fields, or a delete, that were sent, did not show as arrived, on a record that was touched since.</summary>
internal readonly record struct Doubt(FieldSet Fields, bool Delete)
{
    public bool Any => Delete || !Fields.IsEmpty;
}
