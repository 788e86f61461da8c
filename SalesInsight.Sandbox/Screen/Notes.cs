using SalesInsight.Sandbox.Org;

namespace SalesInsight.Sandbox.Screen;

/// <summary>What just happened, in one line above the content.</summary>
internal static class Notes
{
    private static readonly Dictionary<string, string> sentences = new()
    {
        ["created"] = "The task was created.",
        ["saved"] = "The task was saved.",
        ["completed"] = "The task is complete.",
        ["reopened"] = "The task is open again.",
        ["deleted"] = "The task is in the recycle bin. It stays there for 15 days.",
        ["restored"] = "The task is back from the recycle bin.",
        ["late"] = "Done, and not committed yet: it shows when the transaction it belongs to ends.",
        ["setup"] = "The change is in force.",
    };

    public static Html Done(string? key) => sentences.TryGetValue(key ?? "", out var sentence)
        ? Html.Of($"""<p class="note" role="status" data-testid="note">{sentence}</p>""")
        : Html.None;

    /// <summary>A refusal in the org's own words, with its code.</summary>
    public static Html Refused(IReadOnlyList<SandboxError> errors) => Html.When(errors.Count > 0, () => Html.Of($"""
        <div class="alert" role="alert" data-testid="refused">{Html.Join(errors.Select(Line))}</div>
        """));

    private static Html Line(SandboxError error) =>
        Html.Of($"""<p>{error.Message} <span class="mono caption">{error.Code}</span></p>""");
}
