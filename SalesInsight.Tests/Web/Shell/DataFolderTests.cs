using Microsoft.Extensions.Configuration;
using SalesInsight.Web.Shell;

namespace SalesInsight.Tests.Web.Shell;

public sealed class DataFolderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("salesinsight-data-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Place_RelativeFile_LiesInTheFolderWhereverWeStart()
    {
        var configuration = Configuration("Data Source=salesinsight.db");

        var data = DataFolder.Place(configuration, freshFile: null);

        data.DatabasePath.Should().Be(Path.Combine(_folder.FullName, "salesinsight.db"));
        configuration["Database:ConnectionString"].Should().Be($"Data Source={data.DatabasePath}");
    }

    [Theory]
    [InlineData("Data Source=/srv/sales.db;Foreign Keys=True")]
    [InlineData("Data Source=:memory:")]
    [InlineData("Data Source=shared;Mode=Memory;Cache=Shared")]
    public void Place_NotARelativeFile_IsLeftAlone(string connectionString)
    {
        var configuration = Configuration(connectionString);

        DataFolder.Place(configuration, freshFile: "demo.db");

        configuration["Database:ConnectionString"].Should().Be(connectionString);
    }

    [Fact]
    public void Place_FreshFile_BeginsEmptyAndSparesTheOthers()
    {
        var kept = Path.Combine(_folder.FullName, "salesinsight.db");
        var fresh = Path.Combine(_folder.FullName, "demo.db");
        File.WriteAllText(kept, "kept");
        File.WriteAllText(fresh, "yesterday");

        DataFolder.Place(Configuration("Data Source=salesinsight.db"), "demo.db").DatabasePath.Should().Be(fresh);

        File.Exists(fresh).Should().BeFalse();
        File.ReadAllText(kept).Should().Be("kept");
    }

    private ConfigurationManager Configuration(string connectionString)
    {
        var configuration = new ConfigurationManager();
        configuration["Database:ConnectionString"] = connectionString;
        configuration["Database:Folder"] = _folder.FullName;
        return configuration;
    }
}
