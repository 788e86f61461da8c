using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SalesInsight.Tests.House;

/// <summary>One text file of the repository; the path counts from the top and has forward slashes.</summary>
internal sealed class SourceFile(string path, string text)
{
    private readonly Lazy<CompilationUnitSyntax> _syntax =
        new(() => CSharpSyntaxTree.ParseText(text).GetCompilationUnitRoot());

    public string Path => path;

    public string Text => text;

    public CompilationUnitSyntax Syntax => _syntax.Value;

    public string[] Lines { get; } = text.TrimEnd('\n').Split('\n');

    /// <summary>The first folder: <c>SalesInsight.Sync</c>, <c>docs</c>; empty for the top level.</summary>
    public string Project => path.Contains('/') ? path[..path.IndexOf('/')] : "";

    /// <summary>The folder inside the project that a design table row names; empty beside the project file.</summary>
    public string Room => path.Split('/') is { Length: > 2 } parts ? parts[1] : "";

    public bool IsCSharp => Is(".cs");

    public bool IsRazor => Is(".razor");

    /// <summary>Written by a tool from the model: its size and shape are not ours.</summary>
    public bool IsMigration => path.Contains("/Migrations/");

    public bool IsHouse => path.StartsWith("SalesInsight.Tests/House/", StringComparison.Ordinal);

    public bool Is(params string[] endings) => endings.Any(e => path.EndsWith(e, StringComparison.Ordinal));
}
