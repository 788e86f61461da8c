using FluentAssertions;
using Xunit;

namespace SalesInsight.Tests.Sandbox.Rest;

/// <summary>composite/batch (BATCH in salesforce-facts.md 2.5).</summary>
public sealed class BatchResourceTests
{
    [Fact] // each part commits on its own, later ones see earlier commits, each counts as a call
    [Source("9.2.12 counting")]
    public async Task Run_ThreeParts_CommitsEachAndCountsThree()
    {
        await using var caller = await RestCaller.StartAsync();

        var reply = await caller.SendAsync("POST", "composite/batch", new
        {
            batchRequests = new object[]
            {
                new { method = "POST", url = "v60.0/sobjects/Task", richInput = new { Subject = "A" } },
                new { method = "POST", url = "v60.0/sobjects/Task", richInput = new { Colour = "red" } },
                new { method = "GET", url = "v60.0/query?q=SELECT+Id+FROM+Task" },
            },
        });

        reply.Json.GetProperty("hasErrors").GetBoolean().Should().BeTrue();
        var results = reply.Json.GetProperty("results").EnumerateArray().ToList();
        results.Select(result => result.GetProperty("statusCode").GetInt32()).Should().Equal(201, 400, 200);
        results[2].GetProperty("result").GetProperty("totalSize").GetInt32().Should().Be(1);
        caller.Server.Calls.Total.Should().Be(3);
        caller.Server.Usage.Used.Should().Be(3);
    }

    [Fact]
    public async Task Run_HaltOnError_LeavesTheRestUndone()
    {
        await using var caller = await RestCaller.StartAsync();

        var reply = await caller.SendAsync("POST", "composite/batch", new
        {
            haltOnError = true,
            batchRequests = new object[]
            {
                new { method = "POST", url = "v60.0/sobjects/Task", richInput = new { Colour = "red" } },
                new { method = "POST", url = "v60.0/sobjects/Task", richInput = new { Subject = "A" } },
            },
        });

        reply.Json.GetProperty("results").EnumerateArray().Select(r => r.GetProperty("statusCode").GetInt32())
            .Should().Equal(400, 412);
        caller.Org.Records.List(caller.Context, "Task").Should().BeEmpty();
    }
}
