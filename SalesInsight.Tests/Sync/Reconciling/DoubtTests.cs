using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;

namespace SalesInsight.Tests.Sync.Reconciling;

public class DoubtTests
{
    [Theory]
    [InlineData(false, false, false)]
    [InlineData(true, false, true)]
    [InlineData(false, true, true)]
    [InlineData(true, true, true)]
    public void Any_AFieldOrTheDelete_IsDoubt(bool field, bool delete, bool any) =>
        new Doubt(field ? FieldSet.Of(TaskField.Subject) : FieldSet.None, delete).Any.Should().Be(any);
}
