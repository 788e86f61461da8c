namespace SalesInsight.Tests.House;

/// <summary>Every text file that is ours, read once per test run.</summary>
internal static class SourceTree
{
    private static readonly string[] TextEndings =
    [
        ".cs", ".razor", ".css", ".js", ".mjs", ".sh", ".md", ".csproj", ".props", ".targets", ".json", ".resx",
        "/.ci/run",
    ];

    private static readonly string[] ForeignFolders =
        [".git", ".vs", "bin", "obj", "artifacts", "_framework", "lib", "node_modules"];

    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<SourceFile> Files { get; } = [.. Read(new DirectoryInfo(Root))];

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SalesInsight.sln")))
            folder = folder.Parent;
        return folder?.FullName
            ?? throw new InvalidOperationException("SalesInsight.sln is in no folder above the tests.");
    }

    private static IEnumerable<SourceFile> Read(DirectoryInfo folder)
    {
        foreach (var file in folder.EnumerateFiles().Where(f => TextEndings.Any(f.FullName.EndsWith)))
            yield return new SourceFile(FromTop(file.FullName), File.ReadAllText(file.FullName));
        foreach (var below in folder.EnumerateDirectories().Where(d => !ForeignFolders.Contains(d.Name)))
            foreach (var file in Read(below))
                yield return file;
    }

    private static string FromTop(string fullName) => Path.GetRelativePath(Root, fullName).Replace('\\', '/');
}
