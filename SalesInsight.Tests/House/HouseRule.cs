namespace SalesInsight.Tests.House;

/// <summary>A rule no analyzer states: a pure function from the tree to what breaks it.</summary>
internal sealed record HouseRule(string Name, Func<IReadOnlyList<SourceFile>, IEnumerable<Finding>> Check)
{
    public static IReadOnlyList<HouseRule> All { get; } =
    [
        .. SizeRules.All, .. ShapeRules.All, .. ArrowRules.All, .. WordRules.All, .. DoorRules.All, .. ScreenRules.All,
    ];

    public static HouseRule PerFile(
        string name, Func<SourceFile, bool> appliesTo, Func<SourceFile, IEnumerable<string>> problems) =>
        new(name, files => files.Where(appliesTo).SelectMany(f => problems(f).Select(p => new Finding(f.Path, p))));

    public override string ToString() => Name;
}
