namespace SalesInsight.Tests.Fuzz;

/// <summary>
/// Endless inputs from one seed: pieces of a corpus bent, cut, doubled and crossed, and one in twenty plain noise. Most
/// are bent little: what is refused at the first sign never gets far. The same seed makes the same inputs.
/// </summary>
internal sealed class Mutator(int seed, Corpus corpus)
{
    private const int LengthMax = 4_000;
    private const int NoiseLengthMax = 120;
    private const int BendsMax = 6;
    private const int ShortMax = 8;

    // What parsers trip over: quotes, escapes, half a surrogate pair, controls, wide and combining characters.
    private static readonly string[] Awkward =
    [
        "'", "\"", "\\", "\\'", "\\u", "\\ud800", "\\udc00", "\\u0000", "\0", "\n", "\r\n", "\t", "\ud83d", "\udc4d",
        "👍", "é", "\u200f", "\ufeff", "\uffff", "{{", "}}", "{", "}", "[", "]", "(", ")", ",", ":", "%", "-", "+",
        "0", "-1", "1e400", "99999999999999999999", "null", "true", "NaN", " ",
    ];

    private readonly Random random = new(seed);

    public string Next()
    {
        if (random.Next(20) == 0) return Noise();
        var text = Pick(corpus.Pieces);
        for (var bends = random.Next(1 + random.Next(BendsMax)); bends > 0; bends--) text = Bend(text);
        return text.Length <= LengthMax ? text : text[..LengthMax];
    }

    public T Pick<T>(IReadOnlyList<T> list) => list[random.Next(list.Count)];

    private string Bend(string text)
    {
        var (from, to) = Range(text);
        return random.Next(9) switch
        {
            0 => text[..from] + text[to..],
            1 => text[..to] + text[from..],
            2 => text[..from],
            3 => text.Insert(from, Pick(Awkward)),
            4 => text.Insert(from, Pick(corpus.Words)),
            5 => ReplaceWord(text, from),
            6 => text[..from] + (char)random.Next(char.MaxValue + 1) + text[Math.Min(from + 1, text.Length)..],
            7 => Cross(text, from),
            _ => text.Insert(from, string.Concat(Enumerable.Repeat(Pick(Awkward), random.Next(1, 200)))),
        };
    }

    private string Cross(string text, int at)
    {
        var other = Pick(corpus.Pieces);
        return text[..at] + other[random.Next(other.Length + 1)..];
    }

    private string Noise()
    {
        var letters = new char[random.Next(NoiseLengthMax)];
        for (var at = 0; at < letters.Length; at++)
            letters[at] = (char)(random.Next(3) == 0 ? random.Next(char.MaxValue + 1) : random.Next(' ', '\u007f'));
        return new string(letters);
    }

    private string ReplaceWord(string text, int at)
    {
        var (from, to) = (at, at);
        while (from > 0 && char.IsLetterOrDigit(text[from - 1])) from--;
        while (to < text.Length && char.IsLetterOrDigit(text[to])) to++;
        return text[..from] + Pick(corpus.Words) + text[to..];
    }

    /// <summary>Mostly a few characters, now and then any stretch.</summary>
    private (int From, int To) Range(string text)
    {
        var from = random.Next(text.Length + 1);
        var length = random.Next(4) == 0 ? text.Length : ShortMax;
        return (from, Math.Min(text.Length, from + random.Next(length + 1)));
    }
}
