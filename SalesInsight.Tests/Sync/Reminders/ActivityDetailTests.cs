using FluentAssertions;
using SalesInsight.Sync.Reminders;
using Xunit;

namespace SalesInsight.Tests.Sync.Reminders;

public class ActivityDetailTests
{
    [Theory]
    [InlineData("{{activity_subject}}", "Call Ann", "Call Ann")]
    [InlineData("SalesInsight: {{activity_subject}}", "Call Ann", "SalesInsight: Call Ann")]
    [InlineData("{{ activity_subject }} ({{activity_subject}})", "a", "a (a)")]
    [InlineData("Follow-up", "Call Ann", "Follow-up")]
    [InlineData("{{company}} {{activity_subject}}", "Call Ann", "Call Ann")]
    [InlineData("{{activity_subject}}", "two\r\nlines", "two lines")]
    [InlineData("{{activity_subject}}", "  Call Ann ", "Call Ann")]
    [InlineData("{{activity_subject}}", "{{activity_subject}}", "{{activity_subject}}")]
    public void Render_Template_PutsTheSubjectIn(string template, string subject, string rendered) =>
        new ActivityDetail(template).Render(subject).Should().Be(rendered);

    [Theory]
    [InlineData("{{activity_type}}: {{activity_subject}}", "Call", "Call: Ann")]
    [InlineData("{{activity_type}} {{activity_subject}}", null, "Ann")]
    [InlineData("{{activity_subject}}{{call_outcome}}{{call_reason}}", "Call", "Ann")]
    [InlineData("{{sales_campaign_name}}{{sales_campaign_day}}{{sales_campaign_step}}-", "Call", "-")]
    public void Render_FieldWithoutValue_IsEmpty(string template, string? type, string rendered) =>
        new ActivityDetail(template).Render("Ann", type).Should().Be(rendered);

    [Fact]
    public void Fields_EachInATemplate_IsUsable() =>
        ActivityDetail.Fields.Should().HaveCount(7)
            .And.OnlyContain(field => ActivityDetail.IsUsable("{{" + field + "}}"));

    [Theory]
    [InlineData("a {{company}} {{city}}", "{{company}}")]
    [InlineData("{{activity_subject}} }}", "}}")]
    [InlineData("{{activity_subject", "{{")]
    [InlineData("{{}}", "{{}}")]
    [InlineData("{{activity_subject}} {x}", null)]
    public void FirstUnknown_Template_IsThePieceThatWouldVanish(string template, string? unknown) =>
        ActivityDetail.FirstUnknown(template).Should().Be(unknown);

    [Fact]
    public void Render_LongSubject_IsCutAt255AndEndsInNoBlank()
    {
        var rendered = ActivityDetail.SubjectOnly.Render(new string('a', 254) + " bc");

        rendered.Should().Be(new string('a', 254));
    }

    [Theory]
    [InlineData("abcd", 4, "abcd")]
    [InlineData("abcd", 3, "abc")]
    [InlineData("ab\U0001F600", 3, "ab")]
    [InlineData("ab\U0001F600", 4, "ab\U0001F600")]
    public void Cut_AtAnyLength_SplitsNoCharacter(string text, int length, string cut) =>
        ActivityDetail.Cut(text, length).Should().Be(cut);

    [Theory]
    [InlineData("{{activity_subject}}", true, true)]
    [InlineData(" {{ activity_subject }} ", true, true)]
    [InlineData("Call: {{activity_subject}}", true, false)]
    [InlineData("{{activity_subject}}{{activity_subject}}", true, false)]
    [InlineData("{{company}}", false, false)]
    [InlineData("Follow-up", false, false)]
    public void Template_OfAnyKind_KnowsWhichWayNamesTravel(string template, bool goesOut, bool comesBack)
    {
        var detail = new ActivityDetail(template);

        detail.CarriesSubject.Should().Be(goesOut);
        detail.IsSubjectOnly.Should().Be(comesBack);
    }

    [Theory]
    [InlineData("{{activity_subject}}", true)]
    [InlineData("Call: {{ activity_subject }}", true)]
    [InlineData("Follow-up", true)]
    [InlineData("a { b } c", true)]
    [InlineData("", false)]
    [InlineData("  ", false)]
    [InlineData("{{activity_subjekt}}", false)]
    [InlineData("{{activity_subject}", false)]
    [InlineData("activity_subject}}", false)]
    [InlineData("{{Activity_Subject}}", false)]
    public void IsUsable_Template_RefusesWhatWouldRenderAsNothing(string template, bool usable) =>
        ActivityDetail.IsUsable(template).Should().Be(usable);

    [Theory]
    [InlineData(255, true)]
    [InlineData(256, false)]
    public void IsUsable_Length_EndsAt255(int length, bool usable) =>
        ActivityDetail.IsUsable(new string('a', length)).Should().Be(usable);
}
