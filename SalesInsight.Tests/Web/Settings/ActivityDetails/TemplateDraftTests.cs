using SalesInsight.Web.Settings.ActivityDetails;
using static SalesInsight.Web.Settings.ActivityDetails.TemplateDraft;

namespace SalesInsight.Tests.Web.Settings.ActivityDetails;

public sealed class TemplateDraftTests
{
    [Theory]
    [InlineData("{{activity_subject}}", nameof(Problem.None), null)]
    [InlineData("[{{activity_type}}] {{ call_reason }} {{activity_subject}}", nameof(Problem.None), null)]
    [InlineData("   ", nameof(Problem.Blank), null)]
    [InlineData("{{company}}: {{activity_subject}}", nameof(Problem.UnknownField), "{{company}}")]
    [InlineData("{{activity_subject}", nameof(Problem.UnknownField), "{{")]
    public void Fault_OfATemplate_NamesThePieceThatIsWrong(string typed, string problem, string? unknown)
    {
        var draft = Of(typed);

        draft.Fault.Should().Be(Enum.Parse<Problem>(problem));
        draft.Unknown.Should().Be(unknown);
    }

    [Theory]
    [InlineData(255, nameof(Problem.None))]
    [InlineData(256, nameof(Problem.TooLong))]
    public void Fault_ByLength_StartsAfter255(int length, string problem) =>
        Of(new string('a', length)).Fault.Should().Be(Enum.Parse<Problem>(problem));

    [Theory]
    [InlineData("one\ntwo\r\nthree\rfour", "one two three four")]
    [InlineData(null, "")]
    public void Of_LineBreaks_AreBlanks(string? typed, string text) => Of(typed).Text.Should().Be(text);

    [Theory]
    [InlineData("{{activity_subject}}", "Travels.BothWays")]
    [InlineData("SI: {{activity_subject}}", "Travels.OutOnly")]
    [InlineData("{{activity_type}}", "Travels.NotAtAll")]
    public void Travels_OfATemplate_IsWhatTheSyncDoes(string typed, string key) => Of(typed).Travels.Should().Be(key);

    [Fact]
    public void Preview_FieldsWithoutAValue_AreEmpty() =>
        Of("{{activity_type}}|{{activity_subject}}|{{sales_campaign_name}}{{sales_campaign_day}}"
            + "{{sales_campaign_step}}{{call_outcome}}{{call_reason}}|").Preview("Ask Dana", "Call")
            .Should().Be("Call|Ask Dana||");
}
