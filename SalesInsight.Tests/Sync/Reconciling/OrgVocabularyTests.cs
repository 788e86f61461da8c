using FluentAssertions;
using SalesInsight.Sync.Reconciling;
using Xunit;

namespace SalesInsight.Tests.Sync.Reconciling;

public class OrgVocabularyTests
{
    [Fact]
    public void FirstClosed_SeveralClosed_IsTheFirstInSortOrder() => Words.Org.FirstClosed.Should().Be(Words.Done);

    [Fact]
    public void DefaultOpen_DefaultIsNotFirst_IsTheDefault() => Words.Org.DefaultOpen.Should().Be(Words.New);

    [Fact]
    public void DefaultOpen_TheDefaultIsClosed_IsTheFirstOpen() =>
        new OrgVocabulary([new(Words.Done, true, true), new(Words.Waiting, false, false)]).DefaultOpen
            .Should().Be(Words.Waiting);

    [Fact]
    public void Words_OfAHiddenList_AreThoseOfANewOrg()
    {
        var hidden = new OrgVocabulary([]);

        hidden.FirstClosed.Should().Be(OrgVocabulary.Standard.FirstClosed);
        hidden.DefaultOpen.Should().Be(OrgVocabulary.Standard.DefaultOpen);
        hidden.IsClosed("Completed").Should().BeFalse("a list we do not see completes nothing");
    }
}
