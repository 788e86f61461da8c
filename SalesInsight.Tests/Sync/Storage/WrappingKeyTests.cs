using System.Security.Cryptography;
using System.Text;
using FluentAssertions;
using Microsoft.Extensions.Configuration;
using SalesInsight.Sync.Storage;
using SalesInsight.Sync.Storage.Keys;
using SalesInsight.Tests.Support;
using Xunit;

namespace SalesInsight.Tests.Sync.Storage;

public sealed class WrappingKeyTests : IDisposable
{
    private readonly string _path = TemporaryDatabase.NewPath();

    private string KeyFile => Path.ChangeExtension(_path, ".key");

    public void Dispose() => File.Delete(KeyFile);

    [Fact]
    public void Source_ProductionWithoutAKey_RefusesWithTheKeyToSet()
    {
        var key = () => Source("Production").Key;

        key.Should().Throw<StorageRefusedException>().WithMessage("*DataProtection:KeyFile*openssl rand -base64 32*");
        File.Exists(KeyFile).Should().BeFalse();
    }

    [Theory]
    [InlineData("DataProtection:Key", "not a key")]
    [InlineData("DataProtection:Key", "AAECAwQ=")]
    [InlineData("DataProtection:KeyFile", "/nowhere/salesinsight.key")]
    public void Source_KeyThatIsNone_RefusesEvenInDevelopment(string setting, string value)
    {
        var key = () => Source("Development", (setting, value)).Key;

        key.Should().Throw<StorageRefusedException>().WithMessage("DataProtection:Key*");
    }

    [Fact]
    public void Source_Development_WritesOneForItsOwnerAloneAndKeepsIt()
    {
        var wrapped = Source("Development").Key.Wrap("secret"u8.ToArray());

        Encoding.UTF8.GetString(Source("Development").Key.Unwrap(wrapped)).Should().Be("secret");
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(KeyFile).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public void Unwrap_WithAnotherKey_IsRefused()
    {
        var wrapped = WrappingKey.TryParse(WrappingKey.NewText())!.Wrap("secret"u8.ToArray());

        var unwrap = () => WrappingKey.TryParse(WrappingKey.NewText())!.Unwrap(wrapped);

        unwrap.Should().Throw<CryptographicException>();
    }

    [Theory]
    [InlineData("Postgres", "*SQLite only*")]
    [InlineData("Oracle", "*'Oracle'*")]
    public void Provider_NotThere_IsRefusedInPlainWords(string provider, string message)
    {
        var options = () => DatabaseOptions.From(Configuration(("Database:Provider", provider)));

        options.Should().Throw<StorageRefusedException>().WithMessage(message);
    }

    private WrappingKeySource Source(string environment, params (string Key, string Value)[] settings) => new(
        Configuration(settings),
        new StoreServices.TestEnvironment(environment),
        new DatabaseOptions($"Data Source={_path}"));

    private static IConfiguration Configuration(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(settings.ToDictionary(s => s.Key, string? (s) => s.Value)).Build();
}
