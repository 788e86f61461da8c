namespace SalesInsight.Tests.Browser;

/// <summary>What a person looks at.</summary>
public sealed record Screen(int Width, int Height, bool IsDark)
{
    public static readonly Screen Desktop = new(1280, 900, IsDark: false);
    public static readonly Screen DesktopDark = new(1280, 900, IsDark: true);
    public static readonly Screen Phone = new(390, 844, IsDark: false);
    public static readonly Screen PhoneDark = new(390, 844, IsDark: true);

    public static IReadOnlyList<Screen> All { get; } = [Desktop, DesktopDark, Phone, PhoneDark];

    /// <summary>Under 720 the bottom bar takes the place of the top links.</summary>
    public bool IsPhone => Width < 720;

    public string Name => $"{Width}-{(IsDark ? "dark" : "light")}";

    public override string ToString() => Name;
}
