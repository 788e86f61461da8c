using System.Net;
using System.Text.Json;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Salesforce.Wire;
using SalesInsight.Tests.Fuzz;

namespace SalesInsight.Tests.Sync.Salesforce;

/// <summary>Answers that are JSON and not what they should be, each once an exception nobody expected.</summary>
public sealed class OddAnswerTests
{
    [Theory]
    [InlineData("window and ids", """{"compositeResponse":[null,null]}""")]
    [InlineData("write", """{"compositeResponse":[null,null,null]}""")]
    [InlineData("names", """{"compositeResponse":[null,null]}""")]
    [InlineData("window and ids", """{"compositeResponse":[{"httpStatusCode":200},{"httpStatusCode":200}]}""")]
    [InlineData("facts", """{"fields":[null]}""")]
    [InlineData("window", """{"totalSize":1,"done":true,"records":[null]}""")]
    [InlineData("window", """{"totalSize":1,"done":true,"records":[{"\ud800":1,"Id":"00T000000000001AAA"}]}""")]
    public void Answer_WithNothingWhereSomethingBelongs_IsNoAnswer(string call, string body)
    {
        var ask = () => new CannedSide().Ask(call, HttpStatusCode.OK, body);

        ask.Should().Throw<SalesforceFaultException>().Which.Fault.Code.Should().Be(FaultCode.Unreachable);
    }

    [Theory]
    [InlineData("deleted", """{"deletedRecords":[null],"latestDateCovered":"2026-11-20T09:15:00.000+0000"}""")]
    [InlineData("names", """{"compositeResponse":[{"body":{"records":[null,7]}},{"body":null}]}""")]
    [InlineData("write", """{"compositeResponse":[{},{"body":[null],"httpStatusCode":200},{"body":null}]}""")]
    public void Answer_WithNothingAmongRows_CostsThatRowOnly(string call, string body) =>
        new CannedSide().Ask(call, HttpStatusCode.OK, body).Should().Be(call);

    [Theory] // a character cut in two there must not cost the row, nor read as an emptied field
    [InlineData("""{"a":"cut \ud83d"}""", "cut \ufffd")]
    [InlineData("""{"a":"\udc4d cut"}""", "\ufffd cut")]
    [InlineData("""{"a":"\ud83d\ud83d\udc4d"}""", "\ufffd👍")]
    [InlineData("""{"a":"\\ud83d \ud83d"}""", "\\ud83d \ufffd")]
    public void Text_WithHalfACharacter_ReadsWithAReplacement(string row, string text)
    {
        using var json = JsonDocument.Parse(row);

        JsonRow.Text(json.RootElement, "a").Should().Be(text);
    }
}
