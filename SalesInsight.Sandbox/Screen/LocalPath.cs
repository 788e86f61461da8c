namespace SalesInsight.Sandbox.Screen;

/// <summary>Where a person may be sent after signing in: only a path of this host.</summary>
internal static class LocalPath
{
    public const string Home = "/";

    /// <summary>The path itself when it stays on this host, else <see cref="Home"/>. <c>//host</c>, <c>/\host</c>
    /// and control characters are what browsers read as another host.</summary>
    public static string OrHome(string? path) => path is not null && IsLocal(path) ? path : Home;

    private static bool IsLocal(string path) =>
        path.StartsWith('/')
        && !path.StartsWith("//", StringComparison.Ordinal)
        && !path.Contains('\\')
        && !path.Any(char.IsControl);
}
