namespace SalesInsight.Tests.House;

/// <summary>For each rule a file that breaks it, and the nearest one that does not.</summary>
internal static class PlantedFaults
{
    private const string Sync = "SalesInsight.Sync/Runs/A.cs";
    private const string Core = "SalesInsight.Sync/Reconciling/A.cs";

    public static IReadOnlyList<Planted> All { get; } =
    [
        new("file-lines", Sync, Lines(401), Lines(400)),
        new("razor-lines", "SalesInsight.Web/Ui/A.razor", Lines(151), Lines(150)),
        new("code-behind-lines", "SalesInsight.Web/Ui/A.razor.cs", Lines(201), Lines(200)),
        new("line-columns", Sync, new string('x', 121), new string('x', 120)),
        new("method-lines", Sync, Method(71), Method(70)),
        new("one-type-per-file", Sync, "class A; enum B { C }", "class A { enum B { C } }"),
        new("constructor-dependencies", Sync, "class A(int a, int b, int c, int d, int e, int f, int g);",
            "record A(int a, int b, int c, int d, int e, int f, int g);"),
        new("constructor-dependencies", Sync, "class A { A(int a, int b, int c, int d, int e, int f, int g) { } }",
            "class A { A(int a, int b, int c, int d, int e, int f) { } }"),
        new("injected-dependencies", "SalesInsight.Web/Ui/A.razor", Repeat("@inject A B", 7), Repeat("@inject A B", 6)),
        new("no-drawer-folders", "SalesInsight.Web/Helpers/A.cs", "class A;", "class A;", "SalesInsight.Web/Help/A.cs"),
        new("namespace-is-folder", "SalesInsight.Sync/Salesforce/Wire/A.cs", "namespace SalesInsight.Sync;",
            "namespace SalesInsight.Sync.Salesforce.Wire;"),
        new("no-silent-catch", Sync, Catching("catch (IOException) { }"),
            Catching("catch (IOException) { /* gone already */ }")),
        new("no-silent-catch", Sync, Catching("catch { /* why */ }"), Catching("catch { throw; }")),
        new("no-silent-catch", Sync, Catching("catch (Exception) { /* why */ }"),
            Catching("catch (Exception e) when (e is IOException) { /* why */ }")),
        new("project-arrows", "SalesInsight.Sandbox/Org/A.cs", "using SalesInsight.Sync.Runs;",
            "// SalesInsight.Sync has one too"),
        new("project-arrows", "SalesInsight.Web/Shell/A.razor", "@using SalesInsight.Sandbox",
            "@using SalesInsight.Sync"),
        new("project-arrows", "SalesInsight.Web/Shell/A.cs", "var a = SalesInsight.Sandbox.Org.B.C();",
            "var a = SalesInsight.Sandbox.Org.B.C();", "SalesInsight.Web/Demo/A.cs"),
        new("project-references", "SalesInsight.Sandbox/A.csproj", Reference("Sync"), Reference("Sync"),
            "SalesInsight.Benchmarks/A.csproj"),
        new("project-references", "SalesInsight.Sync/A.csproj", Reference("Sandbox"), Reference("Sandbox"),
            "SalesInsight.Web/A.csproj"),
        new("tests-read-as-claims", "SalesInsight.Tests/A.cs", "class A { [Fact] void Works() { } }",
            "class A { [Fact] void Lamp_SwitchedOn_Shines() { } void Works() { } }"),
        new("room-arrows", Core, "using SalesInsight.Sync.Runs;", "using SalesInsight.Sync.Reminders;"),
        new("room-arrows", "SalesInsight.Sync/Settings/A.cs", "class A { Storage.B? c; }",
            "class A { string? Storage; }"),
        new("room-arrows", "SalesInsight.Sync/Salesforce/Wire/A.cs",
            "class A { int b = SalesInsight.Sync.Storage.B.C; }", "class A { int b = Settings.C; }"),
        new("room-arrows", "SalesInsight.Sync/Attic/A.cs", "class A;", "class A;", Sync),
        new("values-use-the-base-library", Core, "using Microsoft.EntityFrameworkCore;", "using System.Text;"),
        new("reconciling-is-pure", Core, "class A { async void B() { } }", "class A { DateTimeOffset b; }"),
        new("reconciling-is-pure", Core, "class A { DateTime b; }", "class A { string b = \"DateTime\"; }"),
        new("no-machine-paths", "docs/a.md", "see /tmp/report", "see docs/tmp/report"),
        new("no-registry-hosts", "docs/a.md", "https://api.nuget.org/v3", "the package registry"),
        new("nothing-left-open", Sync, "// TODO: later", "// the to-do list"),
        new("nothing-left-open", "SalesInsight.Tests/A.cs", "[Fact(Skip = \"red\")]", "[Fact]"),
        new("no-sleeps", "SalesInsight.Tests/A.cs", "Thread.Sleep(1);", "await Task.Delay(wait, clock, cancel);"),
        new("no-task-status", Sync, "enum TaskStatus { Open }", "enum ReminderStatus { Open }"),
        new("screens-speak-from-resources", "SalesInsight.Web/Ui/A.razor", "<p>Saved</p>",
            "<p>@Text[\"Saved\"]</p> <kbd>Esc</kbd> @* <p>Saved</p> *@\n@code { List<int> a; }</p>"),
        new("screens-speak-from-resources", "SalesInsight.Web/Ui/A.razor", "<a title=\"Close it\" />",
            "<a title=\"@Text[\"Close\"]\" class=\"wide\" />"),
        new("resource-keys-exist", "SalesInsight.Web/Ui/A.razor",
            "@inject IStringLocalizer<AText> Text @Text[\"Lamp\"]", "@inject IStringLocalizer<AText> Text @Text[name]"),
        new("readme-names-what-is-there", "README.md", "`SalesInsight.Sync/Lamp.cs`: gone", "`SalesInsight.Sync`"),
        new("few-public-types", Sync, string.Concat(Enumerable.Range(0, 41).Select(i => $"public class A{i};\n")),
            string.Concat(Enumerable.Range(0, 40).Select(i => $"public class A{i};\ninternal class B{i};\n"))),
        new("public-types-are-documented", Sync, "public class A;", "/// <summary>Why.</summary>\npublic class A;"),
    ];

    private static string Reference(string project) =>
        $"<ProjectReference Include=\"../SalesInsight.{project}/SalesInsight.{project}.csproj\" />";

    private static string Lines(int count) => Repeat("//", count);

    private static string Repeat(string line, int count) => string.Join('\n', Enumerable.Repeat(line, count));

    private static string Method(int lines) => "class A { void B()\n{" + new string('\n', lines - 2) + "} }";

    private static string Catching(string clause) => $"class A {{ void B() {{ try {{ C(); }} {clause} }} }}";
}
