using SalesInsight.Tests.House;

namespace SalesInsight.Tests.Fuzz;

/// <summary>What inputs of one border are made of: whole ones, and words that belong in them.</summary>
internal sealed record Corpus(IReadOnlyList<string> Pieces, IReadOnlyList<string> Words)
{
    private const string Divider = "words:";

    /// <summary>From <c>Corpus/{border}.txt</c>: a piece a line, the divider, a word a line.</summary>
    public static Corpus Read(string border)
    {
        var path = Path.Combine(SourceTree.Root, "SalesInsight.Tests", "Fuzz", "Corpus", $"{border}.txt");
        var lines = File.ReadAllLines(path);
        var divider = Array.IndexOf(lines, Divider);
        return new Corpus(lines[..divider], lines[(divider + 1)..]);
    }
}
