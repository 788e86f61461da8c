using SalesInsight.Sync.Settings;
using SalesInsight.Web.Settings.EmailLogging;
using static SalesInsight.Tests.Web.Settings.SettingsViews;

namespace SalesInsight.Tests.Web.Settings.EmailLogging;

public sealed class EmailLogMeaningTests
{
    [Fact]
    public void Sentences_LoggingOff_SayThatNothingIsLogged()
    {
        EmailLogMeaning.Sentences(new EmailLogForm(Of(), isTeam: false)).Should().Equal("Means.Off");
        EmailLogMeaning.Sentences(new EmailLogForm(
            Of(Own(SettingKeys.EmailBcc, "yes"), Own(SettingKeys.EmailBccAddress, "a@b.example")), isTeam: false))
            .Should().Equal("Means.OffBcc");
    }

    [Fact]
    public void Sentences_EveryRule_AreThereAsTexts()
    {
        foreach (var to in Enum.GetValues<EmailRule.LogTo>())
            foreach (var none in Enum.GetValues<EmailRule.NoMatch>())
            {
                var form = new EmailLogForm(
                    Of(
                        Own(SettingKeys.EmailLogging, "yes"), Own(SettingKeys.EmailLogTo, to.ToString()),
                        Own(SettingKeys.EmailNoMatch, none.ToString())),
                    isTeam: false);
                EmailLogMeaning.Sentences(form).Should().OnlyContain(key => EmailCardTexts.Has(key));
            }
    }

    [Fact]
    public void Sentences_LeadsOnly_PromiseNoOpportunity() =>
        Rule(("LogTo", "Leads")).Should().NotContain("Means.Opportunity");

    [Fact]
    public void Sentences_ContactsOnly_PromiseNoLead() =>
        Rule(("LogTo", "Contacts"), ("NoMatch", "CreateLead")).Should()
            .Contain("Means.NoMatch.DoNotLog").And.NotContain("Means.NoMatch.CreateLead");

    private static IReadOnlyList<string> Rule(params (string Key, string Text)[] values) =>
        EmailLogMeaning.Sentences(new EmailLogForm(
            Of([
                Own(SettingKeys.EmailLogging, "yes"),
                .. values.Select(v => Own(
                    v.Key == "LogTo" ? SettingKeys.EmailLogTo : SettingKeys.EmailNoMatch, v.Text)),
            ]),
            isTeam: false));
}
