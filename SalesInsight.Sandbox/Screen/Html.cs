using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;

namespace SalesInsight.Sandbox.Screen;

/// <summary>A piece of finished HTML. What is written into one with <see cref="Of"/> is encoded, unless it is
/// itself <see cref="Html"/>: text from a record cannot become markup.</summary>
internal sealed class Html
{
    public static readonly Html None = new("");

    private readonly string text;

    private Html(string text) => this.text = text;

    public static Html Of(Writer writer) => new(writer.Finish());

    public static Html Join(IEnumerable<Html> parts) => new(string.Concat(parts.Select(part => part.text)));

    public static Html When(bool condition, Func<Html> then) => condition ? then() : None;

    public override string ToString() => text;

    [InterpolatedStringHandler]
    internal readonly ref struct Writer(int literalLength, int holeCount)
    {
        private readonly StringBuilder builder = new(literalLength + holeCount * 16);

        public void AppendLiteral(string literal) => builder.Append(literal);

        public void AppendFormatted(Html html) => builder.Append(html.text);

        public void AppendFormatted(string? text) => builder.Append(HtmlEncoder.Default.Encode(text ?? ""));

        public void AppendFormatted(int number) => builder.Append(number);

        public string Finish() => builder.ToString();
    }
}
