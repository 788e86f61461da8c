using System.Diagnostics;
using System.Text;
using SalesInsight.Sync.Reminders;
using SalesInsight.Web.Api.Tasks;

namespace SalesInsight.Tests.Fuzz;

/// <summary>Any bytes as the body of <c>/api/v1/tasks</c>: values, or problems by name.</summary>
[Collection(FuzzCollection.Name)]
public sealed class ApiBodyFuzzTests
{
    private const int Seed = 20_261_126;

    private static readonly Corpus Corpus = Corpus.Read("api-bodies");

    [Fact]
    public void TaskBodies_ManyInputs_AreReadOrRefused() => Fuzz(Barrage.Few);

    [Fact]
    [Trait("Category", "Long")]
    public void TaskBodies_AMillionInputs_AreReadOrRefused() => Fuzz(Barrage.Million);

    private static void Fuzz(int inputs) => new Barrage("API bodies", Seed, inputs).Run(seed =>
    {
        var mutator = new Mutator(seed, Corpus);
        return (mutator.Next, body => Meet(Bytes(mutator, body)));
    });

    private static string Meet(byte[] body) => TaskBody.Read(body, TaskValues.New) switch
    {
        BodyReading.Read { Values.Content: var content } when IsText(content) => "read",
        BodyReading.Read => throw new InvalidOperationException("half a character got in"),
        BodyReading.Refused refused => refused.Errors.FirstOrDefault()?.Code ?? "no body",
        _ => throw new UnreachableException(),
    };

    /// <summary>UTF-16 that is none is bytes that are no UTF-8: one body in four.</summary>
    private static byte[] Bytes(Mutator mutator, string body) =>
        mutator.Pick<Encoding>([Encoding.UTF8, Encoding.UTF8, Encoding.UTF8, Encoding.Latin1]).GetBytes(body);

    private static bool IsText(TaskContent content) =>
        IsWhole(content.Subject) && IsWhole(content.Details ?? "");

    private static bool IsWhole(string text) => text.EnumerateRunes().All(rune => rune != Rune.ReplacementChar)
        || text.Contains('\ufffd');
}
