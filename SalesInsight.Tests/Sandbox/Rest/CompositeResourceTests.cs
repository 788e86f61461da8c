using System.Net;
using FluentAssertions;
using Xunit;

namespace SalesInsight.Tests.Sandbox.Rest;

/// <summary>composite (COMP in salesforce-facts.md).</summary>
public sealed class CompositeResourceTests
{
    [Fact] // COMP: in order, each part sees what the earlier ones committed, one call
    [Source("9.2.12 counting")]
    public async Task Run_RetrieveCreateQuery_AnswersInOrderAndCountsOneCall()
    {
        await using var caller = await RestCaller.StartAsync();
        var id = caller.CreateTask(("Subject", "Old"));

        var reply = await caller.SendAsync("POST", "composite", new
        {
            allOrNone = false,
            collateSubrequests = false,
            compositeRequest = new object[]
            {
                Part("POST", "/services/data/v60.0/composite/sobjects/Task", "before", new
                {
                    ids = new[] { id, "00T5i000000zzzz" },
                    fields = new[] { "Id", "Subject" },
                }),
                Part("PATCH", "/services/data/v60.0/composite/sobjects", "updates", new
                {
                    allOrNone = false,
                    records = new[] { new { attributes = new { type = "Task" }, id, Subject = "New" } },
                }),
                Part("GET", "/services/data/v60.0/query?q=SELECT+Id+FROM+Task+WHERE+Subject='New'", "after"),
            },
        });

        var parts = reply.Json.GetProperty("compositeResponse").EnumerateArray().ToList();
        parts.Select(part => part.GetProperty("referenceId").GetString()).Should().Equal("before", "updates", "after");
        parts.Select(part => part.GetProperty("httpStatusCode").GetInt32()).Should().Equal(200, 200, 200);
        parts[0].GetProperty("body")[0].GetProperty("Subject").GetString().Should().Be("Old");
        parts[0].GetProperty("body")[1].ValueKind.Should().Be(System.Text.Json.JsonValueKind.Null);
        parts[1].GetProperty("body")[0].GetProperty("success").GetBoolean().Should().BeTrue();
        parts[2].GetProperty("body").GetProperty("totalSize").GetInt32().Should().Be(1);
        caller.Server.Calls.ByKind.Should().Equal(new Dictionary<string, int> { ["POST composite"] = 1 });
    }

    [Fact] // COMP: @{ref.field} in URL and body
    public async Task Run_References_AreReplacedInUrlAndBody()
    {
        await using var caller = await RestCaller.StartAsync();

        var reply = await caller.SendAsync("POST", "composite", new
        {
            compositeRequest = new object[]
            {
                Part("POST", "/services/data/v60.0/sobjects/Account", "made", new { Name = "Fenwick Foods" }),
                Part("POST", "/services/data/v60.0/sobjects/Task", "task", new { WhatId = "@{made.id}" }),
                Part("GET", "/services/data/v60.0/sobjects/Account/@{made.id}", "read"),
                Part("GET", "/services/data/v60.0/sobjects/Account/@{nobody.id}", "lost"),
            },
        });

        var parts = reply.Json.GetProperty("compositeResponse").EnumerateArray().ToList();
        parts.Select(part => part.GetProperty("httpStatusCode").GetInt32()).Should().Equal(201, 201, 200, 400);
        parts[2].GetProperty("body").GetProperty("Name").GetString().Should().Be("Fenwick Foods");
        parts[3].GetProperty("body")[0].GetProperty("errorCode").GetString().Should().Be("PROCESSING_HALTED");
        caller.Org.Records.List(caller.Context, "Task").Should().ContainSingle()
            .Which.Text("AccountId").Should().StartWith("001");
    }

    [Fact] // COMP: allOrNone undoes everything
    public async Task Run_AllOrNoneWithAFault_WritesNothing()
    {
        await using var caller = await RestCaller.StartAsync();

        var reply = await caller.SendAsync("POST", "composite", new
        {
            allOrNone = true,
            compositeRequest = new object[]
            {
                Part("POST", "/services/data/v60.0/sobjects/Task", "good", new { Subject = "Good" }),
                Part("POST", "/services/data/v60.0/sobjects/Task", "bad", new { Nothing = "x" }),
            },
        });

        var codes = reply.Json.GetProperty("compositeResponse").EnumerateArray()
            .Select(part => part.GetProperty("body")[0].GetProperty("errorCode").GetString());
        codes.Should().Equal("PROCESSING_HALTED", "INVALID_FIELD");
        caller.Org.Records.List(caller.Context, "Task").Should().BeEmpty();
    }

    [Theory] // COMP: 25 parts, of which 5 may be queries or collections
    [Source("9.2.12 composite")]
    [InlineData(25, "/services/data/v60.0/limits", HttpStatusCode.OK)]
    [InlineData(26, "/services/data/v60.0/limits", HttpStatusCode.BadRequest)]
    [InlineData(5, "/services/data/v60.0/query?q=SELECT+Id+FROM+Task", HttpStatusCode.OK)]
    [InlineData(6, "/services/data/v60.0/query?q=SELECT+Id+FROM+Task", HttpStatusCode.BadRequest)]
    [InlineData(6, "/services/data/v60.0/composite/sobjects/Task?ids=&fields=Id", HttpStatusCode.BadRequest)]
    public async Task Run_ManyParts_HoldsTheCaps(int count, string url, HttpStatusCode expected)
    {
        await using var caller = await RestCaller.StartAsync();
        var parts = Enumerable.Range(0, count).Select(at => Part("GET", url, $"p{at}")).ToArray();

        var reply = await caller.SendAsync("POST", "composite", new { compositeRequest = parts });

        reply.Status.Should().Be(expected);
    }

    [Fact] // the engine's pre-image window: a Salesforce user edits between the retrieve and the write
    public async Task Run_HookBetweenParts_SeesTheWindow()
    {
        await using var caller = await RestCaller.StartAsync();
        var id = caller.CreateTask(("Subject", "Old"));
        using var hook = caller.Server.Faults.BeforeSubrequest(part =>
        {
            if (part.Index == 1)
                caller.Change(id, ("Subject", "B"));
        });

        var reply = await caller.SendAsync("POST", "composite", new
        {
            compositeRequest = new object[]
            {
                Part("GET", $"/services/data/v60.0/sobjects/Task/{id}?fields=Subject", "first"),
                Part("GET", $"/services/data/v60.0/sobjects/Task/{id}?fields=Subject", "second"),
            },
        });

        reply.Json.GetProperty("compositeResponse").EnumerateArray()
            .Select(part => part.GetProperty("body").GetProperty("Subject").GetString()).Should().Equal("Old", "B");
    }

    private static object Part(string method, string url, string referenceId, object? body = null) =>
        body is null ? new { method, url, referenceId } : new { method, url, referenceId, body };
}
