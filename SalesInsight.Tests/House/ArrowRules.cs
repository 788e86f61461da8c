using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SalesInsight.Tests.House;

/// <summary>Who may use whom: the design's table of rooms, read against namespaces.</summary>
internal static partial class ArrowRules
{
    /// <summary>What each room of SalesInsight.Sync may use; a new room must be entered here.</summary>
    private static readonly Dictionary<string, string[]> AllowedRooms = new()
    {
        ["Reminders"] = [],
        ["Reconciling"] = ["Reminders"],
        ["Ledger"] = ["Reconciling", "Reminders"],
        ["Settings"] = ["Reminders"],
        ["Runs"] = ["Reconciling", "Ledger", "Settings", "Reminders"],
        ["Salesforce"] = ["Runs", "Reconciling", "Reminders"],
        ["EmailLog"] = ["Runs", "Settings", "Reminders"],
        ["EmailDelivery"] = ["EmailLog", "Runs", "Settings", "Reminders"],
        ["Storage"] =
        [
            "Reminders", "Reconciling", "Ledger", "Settings", "Runs", "Salesforce", "EmailLog", "EmailDelivery",
        ],
    };

    /// <summary>What each project may use of ours; Web sees the sandbox from its Demo room only.</summary>
    private static readonly Dictionary<string, string[]> AllowedProjects = new()
    {
        [Sandbox] = [],
        [Sync] = [],
        [Web] = [Sync],
        ["SalesInsight.Benchmarks"] = [Sync, Sandbox],
    };

    private const string Sync = "SalesInsight.Sync";

    private const string Sandbox = "SalesInsight.Sandbox";

    private const string Web = "SalesInsight.Web";

    private const string Ours = "SalesInsight.";

    private const StringComparison Same = StringComparison.Ordinal;

    private static readonly string[] ClocksAndShells =
    [
        "async", "await", "Task", "ValueTask", "DateTime", "TimeProvider", "ILogger", "IServiceProvider", "HttpClient",
    ];

    public static IReadOnlyList<HouseRule> All { get; } =
    [
        HouseRule.PerFile("project-arrows", IsBound, BadProjects),
        HouseRule.PerFile("project-references", f => f.Is(".csproj") && IsBound(f), BadReferences),
        HouseRule.PerFile("room-arrows", f => f is { IsCSharp: true, Project: Sync, Room: not "" }, BadRooms),
        HouseRule.PerFile("values-use-the-base-library", IsCore, ForeignUsings),
        HouseRule.PerFile("reconciling-is-pure", f => f.IsCSharp && InRoom(f, "Reconciling"), Impurities),
    ];

    private static bool IsBound(SourceFile file) => AllowedProjects.ContainsKey(file.Project);

    private static bool InRoom(SourceFile file, string room) => file.Project == Sync && file.Room == room;

    private static bool IsCore(SourceFile file) =>
        file.IsCSharp && (InRoom(file, "Reminders") || InRoom(file, "Reconciling"));

    private static IEnumerable<string> BadProjects(SourceFile file)
    {
        var allowed = AllowedProjects[file.Project].Append(file.Project);
        if (file is { Project: Web, Room: "Demo" })
            allowed = allowed.Append(Sandbox);
        return ProjectsIn(file).Except(allowed).Select(p => $"{file.Project}/{file.Room} uses {p}");
    }

    // Web may refer to the sandbox as a whole, since its Demo room does.
    private static IEnumerable<string> BadReferences(SourceFile file) => file.Lines
        .Where(line => line.Contains("<ProjectReference", Same))
        .Select(line => ProjectName().Match(line).Value)
        .Except([.. AllowedProjects[file.Project], .. file.Project == Web ? [Sandbox] : Array.Empty<string>()])
        .Select(p => $"{file.Project} refers to {p}");

    private static IEnumerable<string> ProjectsIn(SourceFile file) =>
        (file.IsCSharp ? CodeOf(file) : file.IsRazor ? file.Lines : [])
        .SelectMany(text => ProjectName().Matches(text).Select(m => m.Value))
        .Distinct();

    private static IEnumerable<string> BadRooms(SourceFile file)
    {
        if (!AllowedRooms.TryGetValue(file.Room, out var allowed))
            return [$"room {file.Room} is not in the table of rooms"];
        return RoomsIn(file).Except(allowed.Append(file.Room)).Select(room => $"{file.Room} uses {room}");
    }

    private static IEnumerable<string> RoomsIn(SourceFile file) => CodeOf(file)
        .Select(name => RoomName().Match(name))
        .Where(m => m.Success && AllowedRooms.ContainsKey(m.Groups["room"].Value))
        .Select(m => m.Groups["room"].Value)
        .Distinct();

    private static IEnumerable<string> ForeignUsings(SourceFile file) => file.Syntax.DescendantNodes()
        .OfType<UsingDirectiveSyntax>()
        .Select(u => u.NamespaceOrType.ToString())
        .Where(name => !(name is "System" || name.StartsWith("System.", Same)
            || name.StartsWith("SalesInsight.Sync.", Same)))
        .Select(name => $"{file.Room} uses {name}");

    private static IEnumerable<string> Impurities(SourceFile file) => file.Syntax.DescendantTokens()
        .Select(t => t.Text)
        .Intersect(ClocksAndShells)
        .Select(word => $"the pure core says '{word}'");

    // Dotted names in usings and in type position (`Runs.SyncRun`), and full names anywhere. Comments do not count,
    // and `Settings.Paused` in an expression may be a property.
    private static IEnumerable<string> CodeOf(SourceFile file) => file.Syntax.DescendantNodes()
        .Select(n => n switch
        {
            UsingDirectiveSyntax directive => directive.NamespaceOrType.ToString(),
            QualifiedNameSyntax name => name.ToString(),
            MemberAccessExpressionSyntax access when access.ToString().StartsWith(Ours, Same) => access.ToString(),
            _ => "",
        })
        .Where(name => name.Length > 0);

    [GeneratedRegex(@"\bSalesInsight\.(Sync|Web|Sandbox|Tests|Benchmarks)\b")]
    private static partial Regex ProjectName();

    [GeneratedRegex(@"^(SalesInsight\.Sync\.)?(?<room>[A-Z]\w+)(\.|$)")]
    private static partial Regex RoomName();
}
