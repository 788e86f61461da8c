using System.Text.RegularExpressions;
using Bunit;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Runs.TaskList;
using SalesInsight.Tests.House;
using SalesInsight.Web.CommandCenter;
using SalesInsight.Web.CommandCenter.Words;
using SalesInsight.Web.Shell;
using Xunit;

namespace SalesInsight.Tests.Web.CommandCenter;

public partial class WordsTests : TaskPageTest
{
    private TaskWords Words => Services.GetRequiredService<TaskWords>();

    private SyncWords Sync => Services.GetRequiredService<SyncWords>();

    private Viewer Viewer => new(Rep, new PersonTime(TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam"), Clock));

    // a localizer answers an unknown key with the key itself
    [Fact]
    public void Reasons_All_HaveASentence() =>
        Enum.GetValues<ReasonCode>().Select(Sync.Reason).Should()
            .OnlyContain(text => !text.StartsWith("Reason.") && text.EndsWith('.') && !text.Contains('!'))
            .And.OnlyHaveUniqueItems();

    [Fact]
    public void Faults_All_HaveASentence() =>
        Enum.GetValues<FaultCode>().Select(f => Sync.FaultSentence(f)).Should()
            .OnlyContain(text => !text.StartsWith("Fault.") && text.EndsWith('.') && char.IsUpper(text[0]))
            .And.OnlyHaveUniqueItems();

    [Fact]
    public void Glyphs_All_AreExplained()
    {
        foreach (var glyph in Enum.GetValues<SyncGlyph>())
            foreach (var reason in Enum.GetValues<ReasonCode>())
            {
                var state = new TaskSyncState(glyph, reason, null);
                Sync.Title(state, null).Should().NotStartWith("Glyph.");
                Sync.Explain(state).Should().EndWith(".").And.NotStartWith("Glyph.");
                Icons.Of(glyph).Should().NotBeEmpty();
            }
    }

    [Fact]
    public void Problems_Fields_Types_All_HaveWords()
    {
        Enum.GetValues<TaskSaveResult.ProblemCode>().Select(Words.Problem).Should().OnlyContain(t => t.EndsWith('.'));
        Enum.GetValues<TaskField>().Select(Words.Field).Should().OnlyContain(t => !t.Contains('.'));
        Enum.GetValues<ReminderType>().Select(Words.Type).Should().OnlyContain(t => !t.Contains('.'));
    }

    [Fact]
    public void Screens_EveryTextTheyName_Exists()
    {
        var text = Services.GetRequiredService<IStringLocalizer<CommandCenterText>>();
        var known = text.GetAllStrings(includeParentCultures: false).Select(s => s.Name).ToHashSet();
        var asked = SourceTree.Files.Where(f => f.Path.StartsWith("SalesInsight.Web/CommandCenter/"))
            .SelectMany(f => TextName().Matches(f.Text).Select(m => (f.Path, Name: m.Groups["name"].Value)));

        asked.Should().NotBeEmpty();
        asked.Where(a => !known.Contains(a.Name)).Should().BeEmpty();
    }

    [Theory]
    [InlineData(0, "just now")]
    [InlineData(12, "12 s ago")]
    [InlineData(59, "59 s ago")]
    [InlineData(60, "1 min ago")]
    [InlineData(3599, "59 min ago")]
    [InlineData(3600, "today at 08:16")]
    [InlineData(12 * 3600, "Mon 23 Nov at 21:16")]
    [InlineData(365 * 86400, "Mon 24 Nov 2025 at 09:16")]
    [InlineData(-30, "just now")]
    public void Ago_BySeconds_SaysTheAgeUnderAnHourAndTheTimeFromThere(int seconds, string words) =>
        Words.Ago(Clock.GetUtcNow().AddSeconds(-seconds), Viewer).Should().Be(words);

    [Theory]
    [InlineData(0, "Today")]
    [InlineData(1, "Tomorrow")]
    [InlineData(-1, "Yesterday")]
    [InlineData(2, "Thu 26 Nov")]
    [InlineData(-11, "Fri 13 Nov")]
    [InlineData(60, "Sat 23 Jan 2027")]
    public void Due_ByDays_SaysTheDay(int days, string words) =>
        Words.Due(Today.AddDays(days), Today).Should().Be(words);

    [Theory]
    [InlineData("Europe/Amsterdam", "Amsterdam time")]
    [InlineData("America/Argentina/Buenos_Aires", "Buenos Aires time")]
    [InlineData("Etc/UTC", "UTC time")]
    public void Zone_ByIanaName_SaysTheCity(string id, string words) =>
        Words.Zone(TimeZoneInfo.FindSystemTimeZoneById(id)).Should().Be(words);

    [Fact]
    public void Name_Long_IsCutBetweenLettersAsPeopleSeeThem()
    {
        var family = string.Concat(Enumerable.Repeat("👩‍👩‍👧‍👦", 70));

        Words.Name(family).Should().Be(string.Concat(Enumerable.Repeat("👩‍👩‍👧‍👦", 59)) + "…");
    }

    [Theory]
    [InlineData(ReasonCode.InStep, "IN_STEP")]
    [InlineData(ReasonCode.NotOursInstall, "NOT_OURS_INSTALL")]
    public void Code_OfAReason_IsItsNameInCapitals(ReasonCode reason, string code) =>
        SyncWords.Code(reason).Should().Be(code);

    [Fact]
    public void Fault_LongMessage_IsCut() =>
        Sync.Fault(FaultCode.ValidationRule, new string('m', 9000)).Length.Should().BeLessThan(400);

    [GeneratedRegex(@"\b[Ww]ords\[""(?<name>[^""{]+)""")]
    private static partial Regex TextName();
}
