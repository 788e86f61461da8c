using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SalesInsight.Tests.House;

namespace SalesInsight.Tests.Simulation.Rules;

/// <summary>
/// The engine's sources, ready to be built again with a few edits. What generators add is made once: no edit touches
/// what they read.
/// </summary>
internal sealed class VariantSources
{
    private const string Project = "SalesInsight.Sync";

    /// <summary>What the build adds to every project (ImplicitUsings, InternalsVisibleTo).</summary>
    private const string AddedByTheBuild =
        """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        [assembly: System.Runtime.CompilerServices.InternalsVisibleTo("SalesInsight.Tests")]
        """;

    /// <summary>Those of the framework whose attributes the engine uses.</summary>
    private static readonly string[] Needed =
    [
        "System.Text.RegularExpressions.Generator", "System.Text.Json.SourceGeneration",
        "Microsoft.Extensions.Logging.Generators",
    ];

    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Latest);

    private readonly ImmutableDictionary<string, SyntaxTree> _trees;
    private readonly CSharpCompilation _whole;

    public VariantSources()
    {
        var root = Path.Combine(SourceTree.Root, Project);
        _trees = Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(root, path).Replace('\\', '/'))
            .Where(path => !path.StartsWith("obj/", StringComparison.Ordinal)
                && !path.StartsWith("bin/", StringComparison.Ordinal))
            .ToImmutableDictionary(path => path, path => Parse(File.ReadAllText(Path.Combine(root, path)), path));
        var plain = CSharpCompilation.Create(
            Project,
            [.. _trees.Values, Parse(AddedByTheBuild, "AddedByTheBuild.cs")],
            References(),
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                optimizationLevel: OptimizationLevel.Release,
                nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver.Create(Generators(), parseOptions: Parsing)
            .RunGeneratorsAndUpdateCompilation(plain, out var whole, out _);
        _whole = (CSharpCompilation)whole;
    }

    /// <returns>The assembly, under its own name.</returns>
    /// <exception cref="InvalidOperationException">A snippet is not there exactly once, or it does not build.
    /// </exception>
    public byte[] Build(IEnumerable<SourceEdit> edits)
    {
        var changed = _whole;
        foreach (var file in edits.GroupBy(e => e.File))
        {
            var source = _trees[file.Key].ToString();
            foreach (var edit in file)
            {
                var count = edit.CountIn(source);
                if (count != 1)
                    throw new InvalidOperationException($"{edit.File} has this {count} times: {edit.Find}");
                source = edit.Apply(source);
            }

            changed = changed.ReplaceSyntaxTree(_trees[file.Key], Parse(source, file.Key));
        }

        using var built = new MemoryStream();
        var result = changed.Emit(built);
        if (!result.Success)
            throw new InvalidOperationException(string.Join('\n', result.Diagnostics
                .Where(d => d.Severity == DiagnosticSeverity.Error).Take(5)));
        return built.ToArray();
    }

    private static SyntaxTree Parse(string source, string path) =>
        CSharpSyntaxTree.ParseText(source, Parsing, path);

    /// <summary>All that this process could load, the engine itself aside.</summary>
    private static IEnumerable<MetadataReference> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("SalesInsight.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path));

    /// <summary>From the packs of the SDK that this runtime came with.</summary>
    private static IEnumerable<ISourceGenerator> Generators()
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var packs = Path.GetFullPath(Path.Combine(runtime, "..", "..", "..", "packs"));
        return Directory.EnumerateDirectories(packs, "*.App.Ref")
            .Select(pack => Directory.EnumerateDirectories(pack).Order(StringComparer.Ordinal).Last())
            .Select(version => Path.Combine(version, "analyzers", "dotnet", "cs"))
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.dll"))
            .Where(path => Needed.Contains(Path.GetFileNameWithoutExtension(path)))
            .SelectMany(GeneratorsIn);
    }

    private static IEnumerable<ISourceGenerator> GeneratorsIn(string path)
    {
        var reference = new Microsoft.CodeAnalysis.Diagnostics.AnalyzerFileReference(path, Loader.Instance);
        return reference.GetGenerators(LanguageNames.CSharp);
    }

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public static readonly Loader Instance = new();

        public void AddDependencyLocation(string fullPath) { }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }
}
