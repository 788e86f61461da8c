using SalesInsight.Sandbox.Screen;

namespace SalesInsight.Tests.Sandbox.Screen;

public sealed class HtmlTests
{
    [Fact]
    public void Of_TextThatLooksLikeMarkup_IsEncoded() =>
        Html.Of($"""<p title="{"\"'><script>"}">{"<b>&"}</p>""").ToString().Should()
            .Be("<p title=\"&quot;&#x27;&gt;&lt;script&gt;\">&lt;b&gt;&amp;</p>");

    [Fact]
    public void Of_HtmlInsideHtml_IsKept() =>
        Html.Of($"<ul>{Html.Join([Html.Of($"<li>{1}</li>"), Html.Of($"<li>{"2"}</li>")])}</ul>").ToString().Should()
            .Be("<ul><li>1</li><li>2</li></ul>");

    [Fact]
    public void Of_NullText_IsNothing() => Html.Of($"<p>{(string?)null}</p>").ToString().Should().Be("<p></p>");

    [Theory]
    [InlineData(true, "<hr>")]
    [InlineData(false, "")]
    public void When_Condition_DecidesWhetherItIsThere(bool condition, string expected) =>
        Html.When(condition, () => Html.Of($"<hr>")).ToString().Should().Be(expected);
}
