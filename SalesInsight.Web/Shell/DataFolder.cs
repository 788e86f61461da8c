using Microsoft.Data.Sqlite;

namespace SalesInsight.Web.Shell;

/// <summary>Where the database file lies: independent of where the program was started from.</summary>
internal sealed record DataFolder(string DatabasePath)
{
    private const string ConnectionKey = "Database:ConnectionString";

    private static string Default => Path.Combine(ProgramData, "SalesInsight");

    // empty for a service user without a home
    private static string ProgramData =>
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData) is { Length: > 0 } local
            ? local
            : AppContext.BaseDirectory;

    /// <summary>
    /// A relative file name is meant inside <c>Database:Folder</c>, by default the user's own folder for program data.
    /// An absolute one is taken as it is.
    /// </summary>
    public static DataFolder Place(IConfigurationManager configuration, string? freshFile)
    {
        var parts = new SqliteConnectionStringBuilder(configuration[ConnectionKey] ?? "Data Source=salesinsight.db");
        var isOurs = parts.Mode != SqliteOpenMode.Memory && parts.DataSource is not ("" or ":memory:")
            && !Path.IsPathRooted(parts.DataSource) && !parts.DataSource.StartsWith("file:", StringComparison.Ordinal);
        if (!isOurs) return new DataFolder(parts.DataSource);

        var folder = configuration["Database:Folder"] is { Length: > 0 } set ? Path.GetFullPath(set) : Default;
        Directory.CreateDirectory(folder);
        parts.DataSource = Path.Combine(folder, freshFile ?? parts.DataSource);
        if (freshFile is not null) StartAfresh(parts.DataSource);
        configuration[ConnectionKey] = parts.ConnectionString;
        return new DataFolder(parts.DataSource);
    }

    // The other half of the demo, the Salesforce side, lives in memory: links to records of yesterday's would mislead.
    private static void StartAfresh(string file)
    {
        if (!TryHold(Path.ChangeExtension(file, ".lock"))) return;
        foreach (var part in new[] { file, $"{file}-wal", $"{file}-shm" }) File.Delete(part);
    }

    // Held until the process ends: a second demo must not take the file away from under the first.
    private static bool TryHold(string file)
    {
        try
        {
            held ??= new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static FileStream? held;
}
