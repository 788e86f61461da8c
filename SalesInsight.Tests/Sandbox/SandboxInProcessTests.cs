using System.Net;
using System.Net.Http.Headers;
using SalesInsight.Sandbox;
using SalesInsight.Sandbox.Faults;

namespace SalesInsight.Tests.Sandbox;

/// <summary>The door without a web server is the same door.</summary>
public class SandboxInProcessTests
{
    private const string Query = "/services/data/v62.0/query?q=SELECT%20Id%20FROM%20User%20ORDER%20BY%20Id";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Query_InProcess_AnswersAsTheServerDoes()
    {
        using var inProcess = new SandboxInProcess(new SandboxOptions { Seed = "empty" });
        await using var server = await SandboxServer.StartAsync(new SandboxOptions { Seed = "empty" });
        using var http = new HttpClient();

        using var near = await inProcess.SendAsync(Request(new Uri("http://near.test"), TokenOf(inProcess)), Stop);
        using var far = await http.SendAsync(Request(server.Url, server.Org.Sessions.Issue(
            server.Org.Users.FindByUsername("rep1@sandbox.test")!.Id, "salesinsight").AccessToken), Stop);

        near.StatusCode.Should().Be(HttpStatusCode.OK);
        (await near.Content.ReadAsStringAsync(Stop)).Should().Be(await far.Content.ReadAsStringAsync(Stop));
        near.Content.Headers.ContentType.Should().Be(far.Content.Headers.ContentType);
        near.Headers.Contains("Sforce-Limit-Info").Should().BeTrue();
    }

    [Fact]
    public void Call_WithoutPlannedLatency_IsOverWhenItReturns()
    {
        using var inProcess = new SandboxInProcess(new SandboxOptions { Seed = "empty" });

        var call = inProcess.SendAsync(Request(new Uri("http://near.test"), TokenOf(inProcess)), Stop);

        call.IsCompleted.Should().BeTrue();
    }

    [Fact]
    public async Task LostReply_InProcess_BreaksTheConnection()
    {
        using var inProcess = new SandboxInProcess(new SandboxOptions { Seed = "empty" });
        inProcess.Faults.Add(new SandboxFault.LoseReply());

        var call = () => inProcess.SendAsync(Request(new Uri("http://near.test"), TokenOf(inProcess)), Stop);

        await call.Should().ThrowAsync<HttpRequestException>();
        inProcess.Calls.Total.Should().Be(1, "the work was done");
    }

    private static string TokenOf(SandboxInProcess sandbox) =>
        sandbox.Consent(sandbox.Org.Users.FindByUsername("rep1@sandbox.test")!.Id).AccessToken;

    private static HttpRequestMessage Request(Uri host, string token)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(host, Query));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return request;
    }
}
