using SalesInsight.Sync.EmailDelivery;

namespace SalesInsight.Tests.Sync.EmailDelivery;

public sealed class MailHtmlTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("<p>a <b>b</b><br>c</p>", "<p>a <b>b</b><br>c</p>")]
    [InlineData("<a href=\"https://halden.example/a?b=1\">x</a>", "<a href=\"https://halden.example/a?b=1\">x</a>")]
    [InlineData("<a href=\"mailto:a@b.example\">x</a>", "<a href=\"mailto:a@b.example\">x</a>")]
    [InlineData("<table><tr><td colspan=\"2\">x</td></tr></table>",
        "<table><tbody><tr><td colspan=\"2\">x</td></tr></tbody></table>")]
    [InlineData("<article>kept <em>text</em></article>", "kept <em>text</em>")]
    public void Clean_OfWhatAMailCarries_KeepsIt(string html, string expected) =>
        MailHtml.Clean(html).Should().Be(expected);

    [Theory]
    [InlineData("<script>x()</script>a", "a")]
    [InlineData("<p onclick=\"x()\" style=\"x\" class=\"c\" id=\"i\">a</p>", "<p>a</p>")]
    [InlineData("<a href=\"javascript:x()\">a</a>", "<a>a</a>")]
    [InlineData("<a href=\" java\nscript:x()\">a</a>", "<a>a</a>")]
    [InlineData("<a href=\"/emails\">a</a>", "<a>a</a>")]
    [InlineData("<a href=\"data:text/html,x\">a</a>", "<a>a</a>")]
    [InlineData("<img src=x onerror=x()>a", "a")]
    [InlineData("<svg><script>x()</script></svg>a", "a")]
    [InlineData("<svg><a xlink:href=\"javascript:x()\">b</a></svg>a", "a")]
    [InlineData("<math><mtext><script>x()</script></mtext></math>a", "a")]
    [InlineData("<form action=x><input><button>b</button></form>a", "ba")]
    [InlineData("<iframe src=x></iframe><object></object><embed>a", "a")]
    [InlineData("<!-- c --><style>p{}</style><link rel=x><meta><base href=x>a", "a")]
    [InlineData("<scr<script>ipt>x()</script>a", "ipt&gt;x()a")]
    [InlineData("<template><p onclick=x()>b</p></template>a", "a")]
    public void Clean_OfWhatCouldAct_TakesItOut(string html, string expected) =>
        MailHtml.Clean(html).Should().Be(expected);

    [Fact]
    public void Clean_OfItsOwnResult_ChangesNothing()
    {
        var once = MailHtml.Clean("<div><p>a<p>b<ul><li>c</ul>&lt;script&gt;</div>");

        MailHtml.Clean(once).Should().Be(once);
    }

    [Fact]
    public void Clean_OfEndlessNesting_KeepsTheTextAlone() =>
        MailHtml.Clean(string.Concat(Enumerable.Repeat("<div></x>", 100_000)) + "a < b").Should().Be("a &lt; b");
}
