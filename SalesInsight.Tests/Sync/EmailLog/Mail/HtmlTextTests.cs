using FluentAssertions;
using SalesInsight.Sync.EmailLog.Mail;
using Xunit;

namespace SalesInsight.Tests.Sync.EmailLog.Mail;

public class HtmlTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("plain", "plain")]
    [InlineData("<p>one</p><p>two</p>", "one\ntwo")]
    [InlineData("one<br>two<BR/>three", "one\ntwo\nthree")]
    [InlineData("one<br><br>two", "one\n\ntwo")]
    [InlineData("<ul>\n<li>one</li>\n<li>two</li>\n</ul>", "one\ntwo")]
    [InlineData("a   b\n\tc", "a b c")]
    [InlineData("Fish &amp; chips &lt;now&gt; &#8364;5&nbsp;each", "Fish & chips <now> €5 each")]
    [InlineData("<script>alert('x')</script>Hello", "Hello")]
    [InlineData("<SCRIPT src=x>alert(1)</SCRIPT >Hello", "Hello")]
    [InlineData("<style>p { color: red }</style>Hello", "Hello")]
    [InlineData("<head><title>T</title></head><body>Hello</body>", "Hello")]
    [InlineData("<img src=x onerror=\"alert('>')\">Hello", "Hello")]
    [InlineData("<!-- secret > -->Hello", "Hello")]
    [InlineData("<!DOCTYPE html><html>Hello</html>", "Hello")]
    [InlineData("a < b and c > d", "a < b and c > d")]
    [InlineData("unclosed <b", "unclosed")]
    [InlineData("<script>never closed", "")]
    [InlineData("<!-- never closed", "")]
    [InlineData("<a href=\"never closed>Hello", "Hello")]
    [InlineData("<svg><script>x</script></svg>Hello", "Hello")]
    public void ToPlain_Markup_LeavesWhatIsForReading(string html, string plain) =>
        HtmlText.ToPlain(html).Should().Be(plain);

    [Theory]
    [InlineData("<div>")]
    [InlineData("<a b=\">")]
    [InlineData("<!--")]
    [InlineData("<script>")]
    [InlineData("&amp")]
    [InlineData("<")]
    public void ToPlain_AMillionCharactersOfOneKind_TakesNoTime(string part)
    {
        var html = string.Concat(Enumerable.Repeat(part, 1_000_000 / part.Length));
        var time = System.Diagnostics.Stopwatch.StartNew();

        HtmlText.ToPlain(html);

        time.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(5));
    }
}
