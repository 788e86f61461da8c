using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Salesforce;
using SalesInsight.Sync.Salesforce.Wire;

namespace SalesInsight.Tests.Sync.Salesforce.Wire;

public class SoqlTests
{
    private static readonly DateTimeOffset From = new(2026, 11, 20, 9, 30, 15, 900, TimeSpan.FromHours(1));

    private static readonly TaskColumns Columns = new(["Id", "Subject"], CreateMode.UniqueId, default);

    [Theory]
    [InlineData("O'Brien", @"'O\'Brien'")]
    [InlineData(@"\", @"'\\'")]
    [InlineData(@"\' OR Id != null OR Subject = '", @"'\\\' OR Id != null OR Subject = \''")]
    [InlineData("a\nb\rc\td", @"'a\nb\rc\td'")]
    [InlineData("", "''")]
    [InlineData("✓ 完成", "'✓ 完成'")]
    public void Quote_OfAnyText_StaysOneLiteral(string text, string expected)
    {
        SoqlText.Quote(text).Should().Be(expected);
    }

    [Theory]
    [InlineData("")]
    [InlineData("00T")]
    [InlineData("00T000000000001' OR Id != '")]
    [InlineData("00T000000000001AA\n")]
    [InlineData("00T0000000000010")]
    public void Id_ThatIsNone_IsRefused(string id)
    {
        var make = () => SoqlCondition.InIds("Id", [id]);

        make.Should().Throw<ArgumentException>();
    }

    [Theory]
    [InlineData("Id FROM User")]
    [InlineData("Id,Name")]
    [InlineData("1Id")]
    [InlineData("Id\n")]
    [InlineData("")]
    public void Name_ThatIsNone_IsRefused(string name)
    {
        var make = () => new SoqlQuery("Task", [name]).ToString();

        make.Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Window_OfAnOwner_IsClosedAndOrdered()
    {
        var window = new StampWindow(From, From.AddHours(1));

        TaskQueries.Window(Columns, window, "005000000000001AAA").ToString().Should().Be(
            "SELECT Id,Subject FROM Task WHERE SystemModstamp >= 2026-11-20T08:30:15Z"
            + " AND SystemModstamp < 2026-11-20T09:30:15Z AND OwnerId = '005000000000001AAA'"
            + " ORDER BY SystemModstamp,Id");
    }

    [Fact]
    public void Window_OfAnOrgReader_HasNoOwner()
    {
        TaskQueries.Window(Columns, new StampWindow(From, From.AddHours(1)), null).ToString()
            .Should().NotContain("OwnerId");
    }

    [Fact]
    public void Window_OfAFirstImport_NarrowsByChangeAndOpenness()
    {
        var window = new StampWindow(From, From.AddHours(1), ModifiedSince: From, OpenOnly: true);

        TaskQueries.Window(Columns, window, null).ToString().Should().Contain(
            "AND LastModifiedDate >= 2026-11-20T08:30:15Z AND IsClosed = false ORDER BY");
    }

    [Fact]
    public void LookUp_ByMarker_IsNarrowedToTheCreator()
    {
        var columns = Columns with { CreateMode = CreateMode.Marker };

        TaskQueries.ByExternalId(columns, ["a'b"], "005000000000001AAA").ToString().Should().EndWith(
            @"WHERE CallObject IN ('a\'b') AND CreatedById = '005000000000001AAA'");
    }

    [Fact]
    public void FiveHundredIds_InAUrl_StayBelowItsLimit()
    {
        var ids = Enumerable.Range(0, SoqlQuery.IdsPerQueryMax).Select(i => $"00T{i:D12}AAA");
        var columns = Columns with { Readable = [.. TaskColumns.Of(DescribeSample.Fields, false).Readable] };

        QueryPath.All("/services/data/v62.0", TaskQueries.ById(columns, ids)).Length.Should().BeLessThan(15_500);
    }
}
