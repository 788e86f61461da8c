using System.Text;
using System.Text.Json;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Salesforce;
using SalesInsight.Sync.Salesforce.Wire;

namespace SalesInsight.Tests.Fuzz;

/// <summary>
/// Any text as an answer of Salesforce, in any shape and to any call the engine makes: read, or not an answer, or a
/// fault it knows; nothing else.
/// </summary>
[Collection(FuzzCollection.Name)]
public sealed class WireFuzzTests
{
    private const int Seed = 20_261_124;

    private static readonly Corpus Corpus = Corpus.Read("wire");

    private static readonly TaskColumns Columns = TaskColumns.Of(
        [new DescribedField("Subject", true, true, true, false, false, 255)], markerAgreed: false);

    /// <summary>Each shape a body may be taken for; true when it is one.</summary>
    private static readonly Func<string, bool>[] Shapes =
    [
        body => ErrorBody.Read(body).Count > 0,
        body => WireJson.Read(body, WireJson.Default.TokenAnswer)?.AccessToken is not null,
        body => WireJson.Read(body, WireJson.Default.TokenError)?.Error is not null,
        body => WireJson.Read(body, WireJson.Default.IdentityAnswer)?.UserId is not null,
        body => WireJson.Read(body, WireJson.Default.DeletedAnswer)?.DeletedRecords is { Count: > 0 },
        body => WireJson.Read(body, WireJson.Default.DescribeAnswer)?.Fields is { Count: > 0 },
        body => WireJson.Read(body, WireJson.Default.QueryAnswer)?.Records is { } rows && rows.Any(IsTask),
        body => WireJson.Read(body, WireJson.Default.QueryAnswer)?.Records is { } rows && rows.Any(IsTask),
        body => WireJson.Read(body, WireJson.Default.CompositeAnswer)?.Results is { } results && results.Any(IsAnswer),
        body => WireJson.Read(body, WireJson.Default.ListSaveResult) is { Count: > 0 },
        body => UsageHeader.Parse(body) is not null,
        body => SalesforceTime.Parse(body) is not null,
    ];

    [Fact]
    public void Shapes_ManyInputs_AreReadOrAreNone() => Fuzz(Barrage.Few);

    [Fact]
    [Trait("Category", "Long")]
    public void Shapes_AMillionInputs_AreReadOrAreNone() => Fuzz(Barrage.Million);

    [Fact]
    public void Client_ManyInputs_AreReadOrAKnownFault() => FuzzClient(Barrage.Few / 4);

    /// <summary>The whole client, where each fault is thrown through all of it: a tenth of a million.</summary>
    [Fact]
    [Trait("Category", "Long")]
    public void Client_AHundredThousandInputs_AreReadOrAKnownFault() => FuzzClient(Barrage.Million / 10);

    private static void Fuzz(int inputs) => new Barrage("wire shapes", Seed, inputs).Run(seed =>
    {
        var mutator = new Mutator(seed, Corpus);
        return (mutator.Next, body => mutator.Pick(Shapes)(AsSent(body)) ? "read" : "none");
    });

    private static void FuzzClient(int inputs) => new Barrage("whole client", Seed, inputs).Run(seed =>
    {
        var (mutator, side) = (new Mutator(seed, Corpus), new CannedSide());
        return (mutator.Next, Meet);

        string Meet(string body)
        {
            try
            {
                return side.Ask(mutator.Pick(CannedSide.Calls), mutator.Pick(CannedSide.Statuses), body);
            }
            catch (SalesforceFaultException fault)
            {
                return fault.Fault.Code.ToString();
            }
        }
    });

    /// <summary>Bodies come as UTF-8, so half a character arrives as an escape or not at all.</summary>
    private static string AsSent(string body) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(body));

    private static bool IsTask(JsonElement row) => TaskRow.Read(row, Columns) is not null;

    private static bool IsAnswer(CompositeResult? result) => result is not null
        && (ErrorBody.Read(result.Body).Count > 0
            || WireJson.Read(result.Body, WireJson.Default.ListSaveResult) is not null);
}
