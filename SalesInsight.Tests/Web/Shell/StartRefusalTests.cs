using System.Diagnostics;
using Microsoft.AspNetCore.Connections;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using SalesInsight.Sync.Storage;
using SalesInsight.Tests.Support;
using SalesInsight.Web.Shell;

namespace SalesInsight.Tests.Web.Shell;

public sealed class StartRefusalTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("salesinsight-start-");

    public static TheoryData<Exception, string> Foreseen => new()
    {
        { new StorageRefusedException("Set the key; or do not."), "Set the key; or do not." },
        { new OptionsValidationException("Runs", typeof(string), ["One.", "Two."]), $"One.{Environment.NewLine}Two." },
        {
            new IOException("Failed to bind to address http://127.0.0.1:5080: address already in use.",
                new AddressInUseException("address already in use")),
            "*http://127.0.0.1:5080: address already in use. Stop what listens there, or set Urls *"
        },
        { new SqliteException("unable to open database file", 14), "*unable to open database file. Check Database:*" },
        { new DirectoryNotFoundException("Could not find a part of the path '/data'."), "*the path '/data'. Check *" },
        { new UnauthorizedAccessException("Access to the path '/data' is denied."), "*'/data' is denied. Check *" },
        { new AggregateException(new StorageRefusedException("Set the key.")), "Set the key." },
    };

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Foreseen))]
    public void Say_Foreseen_IsTheSentence(Exception exception, string sentence) =>
        StartRefusal.Say(exception).Should().Match(sentence);

    [Fact]
    public void Say_Unforeseen_LeavesTheStackToSpeak()
    {
        StartRefusal.Say(new InvalidOperationException("no")).Should().BeNull();
        StartRefusal.Say(new IOException("the disk is full")).Should().BeNull();
    }

    [Theory]
    [InlineData("Production", "Database__Provider", "Sqlite", "Set DataProtection:KeyFile")]
    [InlineData("Development", "Runs__Lease", "soon", "Failed to convert configuration value 'soon' at 'Runs:Lease'")]
    [InlineData("Development", "Runs__Lease", "00:01:00", "Runs:Lease must be longer")]
    public async Task Program_MisconfiguredStart_EndsWithTheSentenceAndNotWithACrash(
        string environment, string key, string value, string sentence)
    {
        List<string> said = [];
        var process = BuiltProgram.Prepare(Command(environment, key, value), line => {
            lock (said) said.Add(line ?? "");
        });
        BuiltProgram.Start(process);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        var code = process.ExitCode;
        await BuiltProgram.EndAsync(process);

        code.Should().Be(StartRefusal.ExitCode);
        said.Should().Contain(line => line.StartsWith(sentence, StringComparison.Ordinal));
        said.Should().NotContain(line => line.Contains("Unhandled exception", StringComparison.Ordinal));
    }

    private ProcessStartInfo Command(string environment, string key, string value)
    {
        var command = BuiltProgram.Command("SalesInsight.Web");
        command.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        command.Environment["Urls"] = "http://127.0.0.1:0";
        command.Environment["Demo__Enabled"] = "false";
        command.Environment["Database__Folder"] = _folder.FullName;
        command.Environment[key] = value;
        return command;
    }
}
