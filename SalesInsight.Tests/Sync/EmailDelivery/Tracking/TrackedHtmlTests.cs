using SalesInsight.Sync.EmailDelivery.Tracking;

namespace SalesInsight.Tests.Sync.EmailDelivery.Tracking;

public class TrackedHtmlTests
{
    private static readonly Uri Picture = new("https://si.example/t/o/p");

    [Theory]
    [InlineData("<a href=\"https://a.example/x?y=1&amp;z=2\">go</a>", "https://a.example/x?y=1&z=2")]
    [InlineData("<a href=\"HTTP://A.example\">go</a>", "http://a.example/")]
    public void Write_ALinkToTheWeb_LeadsThroughTheMark(string html, string target)
    {
        var targets = new List<string>();

        var tracked = Write(html, targets);

        targets.Should().Equal(target);
        tracked.Should().Contain("href=\"https://si.example/t/c/1\"").And.Contain(">go</a>");
    }

    [Theory]
    [InlineData("mailto:ann@a.example")]
    [InlineData("tel:+31")]
    [InlineData("javascript:alert(1)")]
    [InlineData("#top")]
    [InlineData("/relative")]
    [InlineData("https://user:secret@a.example/")]
    public void Write_AnyOtherLink_IsLeftAlone(string href)
    {
        var targets = new List<string>();

        var tracked = Write($"<a href=\"{href}\">go</a>", targets);

        targets.Should().BeEmpty();
        tracked.Should().Contain($"href=\"{href}\"");
    }

    [Fact]
    public void Write_AnyText_EndsWithTheInvisiblePicture() =>
        Write("<p>Hello <b>you</b> &amp; all</p>", []).Should().Be(
            "<p>Hello <b>you</b> &amp; all</p>"
            + "<img src=\"https://si.example/t/o/p\" alt=\"\" width=\"1\" height=\"1\">");

    [Fact]
    public void Write_MoreLinksThanAreCounted_LeavesTheRest()
    {
        var targets = new List<string>();
        var html = string.Concat(Enumerable.Range(0, TrackedHtml.LinksMax + 5).Select(
            i => $"<a href=\"https://a.example/{i}\">x</a>"));

        Write(html, targets).Should().Contain($"https://a.example/{TrackedHtml.LinksMax}");

        targets.Should().HaveCount(TrackedHtml.LinksMax);
    }

    private static string Write(string html, List<string> targets) => TrackedHtml.Write(
        html,
        target =>
        {
            targets.Add(target.AbsoluteUri);
            return new Uri($"https://si.example/t/c/{targets.Count}");
        },
        Picture);
}
