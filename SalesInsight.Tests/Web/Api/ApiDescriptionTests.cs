using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SalesInsight.Tests.House;
using SalesInsight.Web.Api;

namespace SalesInsight.Tests.Web.Api;

public sealed class ApiDescriptionTests(ApiUnderTest web) : IClassFixture<ApiUnderTest>
{
    [Fact]
    public async Task OpenApi_WithoutAToken_DescribesEveryRouteAndNoPage()
    {
        var reply = await web.Caller(null).GetAsync("/openapi/v1.json");

        reply.Status.Should().Be(HttpStatusCode.OK);
        var described = reply.Body.GetProperty("paths").EnumerateObject().SelectMany(path =>
            path.Value.EnumerateObject().Select(call => $"{call.Name.ToUpperInvariant()} {path.Name}"));
        described.Should().BeEquivalentTo(Routes()).And.HaveCount(12);
    }

    [Fact]
    public async Task OpenApi_ACallThatWrites_DescribesBodyHeaderAndFailures()
    {
        var reply = await web.Caller(null).GetAsync("/openapi/v1.json");

        var change = reply.Body.GetProperty("paths").GetProperty("/api/v1/tasks/{id}").GetProperty("patch");
        change.GetProperty("requestBody").ToString().Should().Contain("dueDate");
        change.GetProperty("parameters").ToString().Should().Contain("If-Match");
        change.GetProperty("responses").EnumerateObject().Select(one => one.Name).Should().BeEquivalentTo(
            "200", "400", "401", "403", "404", "412", "413", "415", "422", "428", "429");
        change.GetProperty("responses").GetProperty("200").ToString().Should().Contain("TaskAnswer");
        reply.Body.GetProperty("components").GetProperty("securitySchemes").ToString().Should().Contain("bearer");
    }

    [Fact]
    public void ApiDocument_EveryCallAndProblem_IsListed()
    {
        var expected = ApiDocument.Render();
        var written = File.ReadAllText(Path.Combine(SourceTree.Root, "docs", "api.md"));
        (written == expected).Should().BeTrue("docs/api.md should say:\n{0}", expected);
    }

    [Fact]
    public void Problems_All_HaveACodeOfTheirOwn()
    {
        ApiProblem.All.Select(problem => problem.Code).Should().OnlyHaveUniqueItems();
        typeof(ApiProblem).GetFields().Count(field => field.FieldType == typeof(ApiProblem))
            .Should().Be(ApiProblem.All.Count, "each is listed");
    }

    private IEnumerable<string> Routes() => web.Services.GetServices<EndpointDataSource>()
        .SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        .Where(route => route.RoutePattern.RawText!.StartsWith($"{ApiSetup.Base}/", StringComparison.Ordinal))
        .Select(route => $"{route.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods.Single()} "
            + route.RoutePattern.RawText!.Replace(":guid", "", StringComparison.Ordinal).TrimEnd('/'));
}
