using SalesInsight.Web.Settings.EmailLogging;
using static SalesInsight.Web.Settings.EmailLogging.ExclusionList;

namespace SalesInsight.Tests.Web.Settings.EmailLogging;

public sealed class ExclusionListTests
{
    [Theory]
    [InlineData("ann@example.com", "ann@example.com")]
    [InlineData("Example.COM", "example.com")]
    [InlineData(" a@b.example , c.example ", "a@b.example\nc.example")]
    [InlineData("a@b.example\nA@B.example", "a@b.example")]
    [InlineData("münchen.example", "münchen.example")]
    public void Add_Readable_IsOnTheList(string typed, string expected) =>
        Add("", typed).Should().Be((expected, Problem.None, ""));

    [Theory]
    [InlineData("", nameof(Problem.Blank), "")]
    [InlineData(" ,; ", nameof(Problem.Blank), "")]
    [InlineData("mara@halden", nameof(Problem.NoDot), "mara@halden")]
    [InlineData("nonsense", nameof(Problem.Unreadable), "nonsense")]
    [InlineData("good.example, two words@@x", nameof(Problem.Unreadable), "two")]
    [InlineData("<script>", nameof(Problem.Unreadable), "<script>")]
    [InlineData("KNOWN.example", nameof(Problem.Known), "known.example")]
    public void Add_Unusable_ChangesNothingAndNamesTheEntry(string typed, string problem, string entry) =>
        Add("known.example", typed).Should().Be(("known.example", Enum.Parse<Problem>(problem), entry));

    [Fact]
    public void Add_BeyondTheLimit_IsFull()
    {
        var full = string.Join('\n', Enumerable.Range(0, 1_000).Select(i => $"d{i}.example"));

        Add(full, "one.more.example").Should().Be((full, Problem.Full, "one.more.example"));
    }

    [Fact]
    public void Without_OneEntry_KeepsTheOthersInOrder() =>
        Without("a.example\nb.example, c.example", "b.example").Should().Be("a.example\nc.example");
}
