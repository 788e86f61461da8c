using System.Diagnostics;
using SalesInsight.Sandbox;
using SalesInsight.Sandbox.Org;
using SalesInsight.Sandbox.Org.Soql;

namespace SalesInsight.Tests.Fuzz;

/// <summary>Any text as a query: rows, a number, or a refusal in Salesforce's words.</summary>
[Collection(FuzzCollection.Name)]
public sealed class SoqlFuzzTests
{
    private const int Seed = 20_261_122;

    private static readonly Corpus Corpus = Corpus.Read("soql");

    [Fact]
    public void Soql_ManyInputs_AreAnsweredOrRefused() => Fuzz(Barrage.Few);

    [Fact]
    [Trait("Category", "Long")]
    public void Soql_AMillionInputs_AreAnsweredOrRefused() => Fuzz(Barrage.Million);

    private static void Fuzz(int inputs) => new Barrage("SOQL", Seed, inputs).Run(seed =>
    {
        var org = new SandboxOrg(new SandboxOptions());
        var rep = org.As("rep1@sandbox.test");
        return (new Mutator(seed, Corpus).Next, Meet);

        string Meet(string soql) => org.Queries.Run(rep, soql, all: soql.Length % 2 == 0) switch
        {
            QueryOutcome.Rows => "rows",
            QueryOutcome.Count => "count",
            QueryOutcome.Refused refused => refused.Error.Code,
            _ => throw new UnreachableException(),
        };
    });
}
