using FluentAssertions;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Settings;
using Xunit;

namespace SalesInsight.Tests.Sync.Settings;

public class EmailExclusionsTests
{
    [Theory]
    [InlineData("example.com", "ann@example.com", true)]
    [InlineData("@example.com", "ann@example.com", true)]
    [InlineData("example.com", "ann@mail.example.com", true)]
    [InlineData("example.com", "ann@notexample.com", false)]
    [InlineData("mail.example.com", "ann@example.com", false)]
    [InlineData("ANN@Example.com", "\"ann\"@example.com", true)]
    [InlineData("ann@example.com", "bob@example.com", false)]
    [InlineData("a.example, b.example\nc.example;d.example", "x@c.example", true)]
    [InlineData("bücher.example", "x@xn--bcher-kva.example", true)]
    [InlineData("", "x@example.com", false)]
    public void Contains_EntryAndAddress_MatchWhereAPersonWouldSaySo(string list, string address, bool contains) =>
        EmailExclusions.Of(list).Contains(EmailAddress.Parse(address)!).Should().Be(contains);

    [Theory]
    [InlineData("", true)]
    [InlineData("own-domain", true)]
    [InlineData("own-domain, example.com\nann@example.com", true)]
    [InlineData("example", false)]
    [InlineData("example.com, what ever", false)]
    public void IsUsable_AList_IsWhenEveryEntryIsRead(string list, bool isUsable) =>
        EmailExclusions.IsUsable(list).Should().Be(isUsable);

    [Theory]
    [InlineData("a.example, b.example", "a.example")]
    [InlineData("b.example ann@x.b.example ann@a.example", "ann@a.example")]
    [InlineData("own-domain, @b.example", "own-domain")]
    [InlineData("a.example", "a.example")]
    public void Without_AnAddress_DropsWhateverExcludesIt(string list, string left) =>
        EmailExclusions.Without(
            list, EmailAddress.Parse("ann@x.b.example")!, EmailAddress.Parse("mara@halden.example")!)
            .Should().Be(left);

    [Fact]
    public void Without_AColleague_DropsTheOwnDomain() =>
        EmailExclusions.Without(
            "own-domain, a.example", EmailAddress.Parse("jo@halden.example")!,
            EmailAddress.Parse("mara@halden.example")!)
            .Should().Be("a.example");

    [Fact]
    public void IsUsable_MoreThanAThousandEntries_IsNot()
    {
        var entries = Enumerable.Range(0, EmailExclusions.EntriesMax + 1).Select(i => $"d{i}.example").ToList();

        EmailExclusions.IsUsable(string.Join('\n', entries)).Should().BeFalse();
        EmailExclusions.IsUsable(string.Join('\n', entries.Skip(1))).Should().BeTrue();
    }
}
