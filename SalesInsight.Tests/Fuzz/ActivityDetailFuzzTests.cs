using SalesInsight.Sync.Reminders;

namespace SalesInsight.Tests.Fuzz;

/// <summary>Any template and any subject: a line of at most 255 characters that Salesforce takes.</summary>
[Collection(FuzzCollection.Name)]
public sealed class ActivityDetailFuzzTests
{
    private const int Seed = 20_261_123;

    private static readonly Corpus Corpus = Corpus.Read("activity-detail");

    [Fact]
    public void Template_ManyInputs_RenderOneShortLine() => Fuzz(Barrage.Few);

    [Fact]
    [Trait("Category", "Long")]
    public void Template_AMillionInputs_RenderOneShortLine() => Fuzz(Barrage.Million);

    private static void Fuzz(int inputs) => new Barrage("activity detail", Seed, inputs).Run(seed =>
    {
        var templates = new Mutator(seed, Corpus);
        return (templates.Next, template => Meet(template, templates.Pick(Corpus.Pieces)));
    });

    private static string Meet(string template, string subject)
    {
        var detail = new ActivityDetail(template);
        var rendered = detail.Render(subject);
        if (rendered.Length > TaskContent.SubjectLengthMax) throw new InvalidOperationException("too long");
        if (rendered.AsSpan().IndexOfAny('\r', '\n') >= 0) throw new InvalidOperationException("more than one line");
        if (detail.IsSubjectOnly && !detail.CarriesSubject) throw new InvalidOperationException("carries nothing");
        return ActivityDetail.IsUsable(template) ? detail.CarriesSubject ? "usable" : "fixed" : "unusable";
    }
}
