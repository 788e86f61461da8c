using SalesInsight.Sync.Reconciling;

namespace SalesInsight.Tests.Sync.Reconciling;

public class AdoptionMatchTests
{
    [Fact]
    public void Normalised_NoSubject_IsEmpty() => AdoptionMatch.Normalised(null).Should().BeEmpty();

    [Fact]
    public void Find_NoSubjectOnEitherSide_MatchesNothing() =>
        AdoptionMatch.Find([new(Guid.Empty, null, null, null)], [new("a", null, null, null)]).Should().BeEmpty();
}
