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
    public void Standard_OfANewOrg_IsTheListOfTheObjectReference() =>
        OrgVocabulary.Standard.Statuses.Select(s => (s.Label, s.IsClosed, s.IsDefault)).Should().Equal(
            ("Not Started", false, true), ("In Progress", false, false), ("Completed", true, false),
            ("Waiting on someone else", false, false), ("Deferred", false, false));

    [Fact]
    public void DefaultOpen_NoneIsDefault_IsTheFirstOpen() =>
        new OrgVocabulary(
            [new(Words.Done, true, false), new(Words.Waiting, false, false), new(Words.New, false, false)]).DefaultOpen
            .Should().Be(Words.Waiting);

    [Fact]
    public void Words_OfAListWithoutClosedOrOpen_AreThoseOfANewOrg()
    {
        new OrgVocabulary([new(Words.New, false, true)]).FirstClosed.Should().Be("Completed");
        new OrgVocabulary([new(Words.Done, true, true)]).DefaultOpen.Should().Be("Not Started");
    }

    [Fact]
    public void Equals_SameWordsInTheSameOrder_AreOneVocabulary()
    {
        OrgVocabulary.StatusValue open = new(Words.New, false, true), closed = new(Words.Done, true, false);

        new OrgVocabulary([open, closed]).Should().Be(new OrgVocabulary([open, closed]));
        new OrgVocabulary([open, closed]).Should().NotBe(new OrgVocabulary([closed, open]));
        new OrgVocabulary([open]).Equals(null).Should().BeFalse();
    }

    [Fact]
    public void Words_OfAHiddenList_AreThoseOfANewOrg()
    {
        var hidden = new OrgVocabulary([]);

        hidden.FirstClosed.Should().Be(OrgVocabulary.Standard.FirstClosed);
        hidden.DefaultOpen.Should().Be(OrgVocabulary.Standard.DefaultOpen);
        hidden.IsClosed("Completed").Should().BeFalse("a list we do not see completes nothing");
    }
}
