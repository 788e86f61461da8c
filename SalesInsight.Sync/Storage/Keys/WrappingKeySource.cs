using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace SalesInsight.Sync.Storage.Keys;

/// <summary>
/// Finds the wrapping key: the variable <c>DataProtection:Key</c>, else the file <c>DataProtection:KeyFile</c>. Only in
/// Development a missing one is made up and written beside the database, readable by its owner alone.
/// </summary>
internal sealed class WrappingKeySource(
    IConfiguration configuration, IHostEnvironment environment, DatabaseOptions database)
{
    private readonly Lazy<WrappingKey> _key = new(() => Find(configuration, environment, database));

    /// <summary>Throws <see cref="StorageRefusedException"/> with a plain sentence when there is none.</summary>
    public WrappingKey Key => _key.Value;

    private static WrappingKey Find(
        IConfiguration configuration, IHostEnvironment environment, DatabaseOptions database)
    {
        if (configuration["DataProtection:Key"] is { Length: > 0 } text)
            return WrappingKey.TryParse(text) ?? throw NotAKey("DataProtection:Key");

        if (configuration["DataProtection:KeyFile"] is { Length: > 0 } file)
            return Read(file) ?? throw new StorageRefusedException($"DataProtection:KeyFile: there is no file {file}.");

        if (!environment.IsDevelopment())
            throw new StorageRefusedException(
                "Set DataProtection:KeyFile (or DataProtection:Key) to a key of 32 bytes in base64, for example "
                + "from 'openssl rand -base64 32'. Keep it outside the database and its backups: it protects the "
                + "Salesforce tokens.");

        return ForDevelopment(database);
    }

    private static WrappingKey ForDevelopment(DatabaseOptions database)
    {
        if (database.FilePath is not { } path) return WrappingKey.TryParse(WrappingKey.NewText())!;
        var file = Path.ChangeExtension(path, ".key");
        return Read(file) ?? Create(file);
    }

    private static WrappingKey? Read(string file) =>
        File.Exists(file) ? WrappingKey.TryParse(File.ReadAllText(file)) ?? throw NotAKey(file) : null;

    private static WrappingKey Create(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

        var text = WrappingKey.NewText();
        using var writer = new StreamWriter(file, options);
        writer.WriteLine(text);
        return WrappingKey.TryParse(text)!;
    }

    private static StorageRefusedException NotAKey(string where) =>
        new($"{where} does not hold a key: 32 bytes in base64 are needed, as from 'openssl rand -base64 32'.");
}
