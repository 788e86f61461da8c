using Microsoft.Extensions.Configuration;
using SalesInsight.Sync.EmailDelivery;

namespace SalesInsight.Sync.Storage.Outgoing;

/// <summary>
/// <c>Email:Folder</c>: where attachments and the pickup folder lie. Default: beside the database and named after it,
/// such as <c>salesinsight-emails</c>; for a database in memory <c>emails</c> beside the program.
/// </summary>
internal sealed record EmailFolderOptions(string Folder)
{
    public EmailFiles Files => new(Folder);

    public static EmailFolderOptions From(IConfiguration configuration)
    {
        if (configuration["Email:Folder"] is { Length: > 0 } folder) return new(Path.GetFullPath(folder));
        var database = DatabaseOptions.From(configuration).FilePath;
        return database is null
            ? new(Path.Combine(AppContext.BaseDirectory, "emails"))
            : new(Path.ChangeExtension(database, null) + "-emails");
    }
}
