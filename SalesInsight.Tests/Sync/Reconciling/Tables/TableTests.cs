using FluentAssertions;
using SalesInsight.Sync.Reminders;
using Xunit;

namespace SalesInsight.Tests.Sync.Reconciling.Tables;

public class TableTests
{
    internal static readonly IReadOnlyList<Row> Rows =
    [
        .. ConflictTable.Rows, .. DeleteTable.Rows, .. ModeTable.Rows, .. TranslationTable.Rows,
    ];

    internal static readonly IReadOnlyList<Claim> All =
    [
        .. Rows.Select(r => new Claim(r.Because, r.Contradiction)), .. UnlinkedTable.Claims, .. NotOursTable.Claims,
        .. AdoptionTable.Claims, .. PlanTable.Claims, .. CycleTable.Claims,
    ];

    public static TheoryData<string> Sentences => [.. All.Select(c => c.Says)];

    [Theory]
    [MemberData(nameof(Sentences))]
    public void Core_RowOfATable_DoesWhatItSays(string says) =>
        All.Single(c => c.Says == says).Contradiction(Core.Real).Should().BeNull();

    [Fact]
    public void Rows_OfAllTables_UseEveryRuleModeAndKindOfTemplate()
    {
        var policies = Rows.Select(r => r.Policy).ToList();

        policies.Select(p => p.Mode).Should().Contain(Words.Modes);
        policies.Select(p => p.Conflict).Should().Contain(Enum.GetValues<ConflictRule>());
        policies.Select(p => p.Delete).Should().Contain(Enum.GetValues<DeleteRule>());
        policies.Select(p => p.Translation.Template).Should().Contain(Words.Templates);
    }
}
