using System.Text;
using SalesInsight.Sync.Reminders;
using SalesInsight.Web.Api.Tasks;

namespace SalesInsight.Tests.Web.Api.Tasks;

public sealed class TaskBodyTests
{
    private static readonly TaskValues Standing = new(
        new TaskContent("Stands", DueDate: new DateOnly(2027, 1, 4), Details: "also"), ReminderType.Call);

    [Fact]
    public void Read_FieldsLeftOut_LeavesWhatStands()
    {
        Read("{}").Should().Be(new BodyReading.Read(Standing));
        Read("""{"details":null,"type":"email"}""").Should().Be(new BodyReading.Read(
            new TaskValues(Standing.Content with { Details = null }, ReminderType.Email)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"subject\"")]
    [InlineData("{\"subject\":\"x\"")]
    [InlineData("{\"subject\":\"x\"} {}")]
    [InlineData("{\"subject\":\"x\",}")]
    [InlineData("{\"subject\":\"x\",\"subject\":\"y\"}")]
    [InlineData("{\"\\ud800\":1}")]
    [InlineData("{\"details\":[[[[[[[[[[1]]]]]]]]]]}")]
    public void Read_NotOneJsonObject_IsRefusedWhole(string json) => CodeOf(Read(json)).Should().Be("body-not-json");

    [Fact]
    public void Read_NotUtf8_IsRefusedWhole() =>
        CodeOf(TaskBody.Read(Encoding.Latin1.GetBytes("{\"subject\":\"é\"}"), Standing)).Should().Be("body-not-json");

    [Theory]
    [InlineData("{\"subject\":7}", "subject: notText")]
    [InlineData("{\"subject\":null}", "subject: notText")]
    [InlineData("{\"subject\":\"\\ud800\"}", "subject: notUnicode")]
    [InlineData("{\"details\":\"a\\u0000b\"}", "details: notUnicode")]
    [InlineData("{\"details\":{}}", "details: notText")]
    [InlineData("{\"dueDate\":\"2027-02-29\"}", "dueDate: notADate")]
    [InlineData("{\"dueDate\":\"2027-02-28T00:00:00Z\"}", "dueDate: notADate")]
    [InlineData("{\"dueDate\":20270228}", "dueDate: notADate")]
    [InlineData("{\"status\":\"Open\"}", "status: notOneOf")]
    [InlineData("{\"status\":0}", "status: notOneOf")]
    [InlineData("{\"status\":null}", "status: notOneOf")]
    [InlineData("{\"type\":\"InMail\"}", "type: notOneOf")]
    [InlineData("{\"Subject\":\"x\"}", "Subject: unknownField")]
    [InlineData("{\"version\":7,\"priority\":\"low\"}", "version: unknownField, priority: notOneOf")]
    public void Read_ValuesOfTheWrongKind_NamesEach(string json, string errors)
    {
        var refused = Read(json).Should().BeOfType<BodyReading.Refused>().Subject;

        refused.Problem.Code.Should().Be("values-refused");
        string.Join(", ", refused.Errors.Select(e => $"{e.Field}: {e.Code}")).Should().Be(errors);
    }

    private static BodyReading Read(string json) => TaskBody.Read(Encoding.UTF8.GetBytes(json), Standing);

    private static string CodeOf(BodyReading reading) =>
        reading.Should().BeOfType<BodyReading.Refused>().Subject.Problem.Code;
}
