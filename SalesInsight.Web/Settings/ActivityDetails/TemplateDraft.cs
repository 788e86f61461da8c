using SalesInsight.Sync.Reminders;

namespace SalesInsight.Web.Settings.ActivityDetails;

/// <summary>A subject template while it is edited: what is wrong with it, and what it will do. Pure.</summary>
internal sealed record TemplateDraft(string Text)
{
    /// <summary>What keeps it from being saved.</summary>
    public enum Problem
    {
        None,

        /// <summary>Every subject would be empty.</summary>
        Blank,

        /// <summary>More than 255 characters.</summary>
        TooLong,

        /// <summary>It names a dynamic field there is none of.</summary>
        UnknownField,
    }

    public Problem Fault =>
        string.IsNullOrWhiteSpace(Text) ? Problem.Blank
        : Text.Length > ActivityDetail.LengthMax ? Problem.TooLong
        : Unknown is not null ? Problem.UnknownField
        : Problem.None;

    /// <summary>The piece that is no dynamic field; null: none.</summary>
    public string? Unknown => ActivityDetail.FirstUnknown(Text);

    /// <summary>What the template means for names of tasks that change; a resource key.</summary>
    public string Travels
    {
        get
        {
            var detail = new ActivityDetail(Text);
            if (detail.IsSubjectOnly) return "Travels.BothWays";
            return detail.CarriesSubject ? "Travels.OutOnly" : "Travels.NotAtAll";
        }
    }

    /// <summary>As it is typed or pasted: a subject is one line.</summary>
    public static TemplateDraft Of(string? typed) => new((typed ?? "")
        .Replace("\r\n", " ", StringComparison.Ordinal).Replace('\n', ' ').Replace('\r', ' '));

    /// <summary>The subject Salesforce would get.</summary>
    public string Preview(string subject, string type) => new ActivityDetail(Text).Render(subject, type);
}
