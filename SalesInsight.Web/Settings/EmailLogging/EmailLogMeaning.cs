using SalesInsight.Sync.Settings;

namespace SalesInsight.Web.Settings.EmailLogging;

/// <summary>What the rules on the card mean for one email, said before they are saved; resource keys. Pure.</summary>
internal static class EmailLogMeaning
{
    /// <summary>The sentences in reading order.</summary>
    public static IReadOnlyList<string> Sentences(EmailLogForm form)
    {
        if (!form.Logging.Value) return [form.IsBccActive ? "Means.OffBcc" : "Means.Off"];
        List<string> sentences = [$"Means.On.{form.LogTo.Value}"];
        if (form.RelatedOpportunity.Value && form.LogTo.Value is not EmailRule.LogTo.Leads)
            sentences.Add("Means.Opportunity");
        sentences.Add(form.NoMatch.Value switch
        {
            // a lead is made only where leads are logged to at all
            EmailRule.NoMatch.CreateLead when form.LogTo.Value is EmailRule.LogTo.Contacts => "Means.NoMatch.DoNotLog",
            var rule => $"Means.NoMatch.{rule}",
        });
        return sentences;
    }
}
