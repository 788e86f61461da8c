namespace SalesInsight.Web.Shell;

internal static class DataFolderSetup
{
    /// <summary>Settles the connection string before anything opens it.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="freshFile">A file that begins empty with every start; null: the configured one, kept.</param>
    public static void PlaceDatabase(this WebApplicationBuilder builder, string? freshFile) =>
        builder.Services.AddSingleton(DataFolder.Place(builder.Configuration, freshFile));
}
