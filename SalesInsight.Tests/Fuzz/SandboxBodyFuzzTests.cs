using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using SalesInsight.Sandbox;
using SalesInsight.Sandbox.Faults;
using SalesInsight.Sandbox.Org;
using SalesInsight.Sandbox.Rest;

namespace SalesInsight.Tests.Fuzz;

/// <summary>Any text as the body of any call that takes one: an answer of Salesforce's, never a failure of ours.
/// </summary>
[Collection(FuzzCollection.Name)]
public sealed class SandboxBodyFuzzTests
{
    private const int Seed = 20_261_125;
    private const int InputsPerOrg = 1_000;
    private const string Rep = "rep1@sandbox.test";

    private static readonly Corpus Corpus = Corpus.Read("sandbox-bodies");

    private static readonly (string Method, string Path)[] Calls =
    [
        ("POST", "sobjects/Task"), ("PATCH", "sobjects/Task/00T000000000001AAA"),
        ("PATCH", "sobjects/Task/SalesInsight_Id__c/one"), ("POST", "composite/sobjects"),
        ("PATCH", "composite/sobjects"), ("PATCH", "composite/sobjects/Task/SalesInsight_Id__c"),
        ("POST", "composite/sobjects/Task"), ("POST", "composite"), ("POST", "composite/batch"),
        ("PATCH", "sobjects/Lead/00Q000000000001AAA"), ("POST", "sobjects/Contact"),
    ];

    [Fact]
    public void Bodies_ManyInputs_AreAnswered() => Fuzz(Barrage.Few);

    [Fact]
    [Trait("Category", "Long")]
    public void Bodies_AMillionInputs_AreAnswered() => Fuzz(Barrage.Million);

    private static void Fuzz(int inputs) => new Barrage("sandbox bodies", Seed, inputs).Run(seed =>
    {
        var options = new SandboxOptions { Seed = "empty", DailyApiRequests = int.MaxValue };
        var (mutator, org) = (new Mutator(seed, Corpus), new SandboxOrg(options));
        var service = new RestService(org, new FaultPlan(), new ApiUsage(org), new CallCounter(org));
        var (met, token) = (0, "");
        return (mutator.Next, Meet);

        string Meet(string body)
        {
            if (met++ % InputsPerOrg == 0) token = Renew(org);
            var context = Call(mutator.Pick(Calls), token, body);
            service.HandleAsync(context).GetAwaiter().GetResult();
            var status = context.Response.StatusCode;
            return status < 500 ? $"{status}" : throw new InvalidOperationException($"status {status}");
        }
    });

    /// <summary>An org that grows for ever says nothing about bodies.</summary>
    private static string Renew(SandboxOrg org)
    {
        org.Reset();
        var rep = org.As(Rep);
        org.Records.Create(rep, "Task", new Dictionary<string, object?> { ["Subject"] = "The first" });
        return org.Sessions.Issue(rep.UserId, "fuzz").AccessToken;
    }

    private static DefaultHttpContext Call((string Method, string Path) call, string token, string body)
    {
        var context = new DefaultHttpContext();
        context.Request.Method = call.Method;
        context.Request.ContentType = "application/json";
        context.Request.Headers.Authorization = $"Bearer {token}";
        context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget = $"/services/data/v60.0/{call.Path}";
        return context;
    }
}
