using System.Collections.Immutable;
using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.Options;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Salesforce;
using SalesInsight.Sync.Salesforce.Connection;
using SalesInsight.Sync.Salesforce.People;
using SalesInsight.Sync.Salesforce.Wire;
using SalesInsight.Tests.Support;
using SalesInsight.Tests.Sync.Salesforce.Connection;

namespace SalesInsight.Tests.Fuzz;

/// <summary>Our whole client, as in the product, before a Salesforce of <see cref="CannedAnswers"/>.</summary>
internal sealed class CannedSide
{
    private const string TaskId = "00T000000000001AAA";
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);
    private static readonly Uri Host = new("http://127.0.0.1/");

    private readonly CannedAnswers answers = new();
    private readonly SalesforceSession session;
    private readonly OrgFactsReader facts;
    private readonly LoginClient login;
    private readonly StampWindow window = new(Now.AddHours(-1), Now);

    public CannedSide()
    {
        var time = new FakeTimeProvider(Now);
        var options = new SalesforceOptions { AllowLoopback = true, ReadRetriesMax = 0 };
        var http = new SalesforceHttp(answers, Options.Create(options), time);
        login = new LoginClient(http, Options.Create(options));
        var keeper = new TokenKeeper(new FakeConnectionStore(), login, options.AllowList(), time);
        var connection = Connection();
        var channel = new DataChannel(http, keeper, options, time, connection);
        facts = new OrgFactsReader(channel, markerAgreed: true, time);
        session = new SalesforceSession(
            new StoredIdentity(connection.Id, connection.SalesforceUserId), channel, options.AllowList(), facts,
            Cached(connection.Id, time));
    }

    /// <summary>Every call there is, by name.</summary>
    public static IReadOnlyList<string> Calls { get; } =
        [
            "window", "window and ids", "page", "look up", "deleted", "write", "successors", "names", "facts", "token",
            "identity",
        ];

    /// <summary>What it may be answered with; outages are the retry's business, and a 401 the refresh's.</summary>
    public static IReadOnlyList<HttpStatusCode> Statuses { get; } =
    [
        HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.MultipleChoices,
        HttpStatusCode.BadRequest, HttpStatusCode.Forbidden, HttpStatusCode.NotFound,
    ];

    /// <summary>Makes the call and is answered so: the call's name. Throws what the client throws.</summary>
    public string Ask(string call, HttpStatusCode status, string body)
    {
        (answers.Status, answers.Body) = (status, body);
        // Nothing here waits: the task is over when it is there.
        Start(call).GetAwaiter().GetResult();
        return call;
    }

    private Task Start(string call) => call switch
    {
        "window" => session.ReadAsync(new ReadRequest(session.UserId, window, []), default),
        "window and ids" => session.ReadAsync(new ReadRequest(null, window, [TaskId]), default),
        "page" => session.ReadPageAsync("/services/data/v62.0/query/01g-2000", default),
        "look up" => session.LookUpAsync(["one"], default),
        "deleted" => session.ReadDeletedAsync(Now.AddDays(-1), Now, default),
        "write" => session.WriteAsync(Rows(), default),
        "successors" => session.FindSuccessorsAsync(["00Q000000000001AAA", "003000000000001AAA"], default),
        "names" => session.ReadNamesAsync(["00Q000000000001AAA", "003000000000001AAA"], default),
        "facts" => facts.ReadAsync(default),
        "token" => login.RefreshAsync(Host, "refresh", default),
        "identity" => login.ReadIdentityAsync(Host, "access", default),
        _ => throw new UnreachableException(),
    };

    private static WriteRequest Rows()
    {
        var content = new SalesforceContent("Subject", "Not Started", "Normal", null, null, null, null);
        return new WriteRequest(
        [
            new WriteRequest.Update(Guid.Empty, TaskId, content, FieldSet.None.Add(TaskField.Subject)),
            new WriteRequest.Create(Guid.Empty, "one", content),
        ]);
    }

    private static OrgFactsCache Cached(Guid connectionId, TimeProvider time)
    {
        var cache = new OrgFactsCache(time);
        var names = TaskColumnNames().Select(name => new DescribedField(name, true, true, true, true, true, 255));
        var columns = TaskColumns.Of([.. names], markerAgreed: false);
        cache.Put(connectionId, new(
            new OrgFacts(new([]), columns.CreateMode, Now), columns, EmailColumns.Of([], mayCreate: true)));
        return cache;
    }

    private static ImmutableArray<string> TaskColumnNames() =>
        ["Subject", "Status", "Priority", "ActivityDate", "Description", "WhoId", "WhatId", TaskColumns.UniqueField];

    private static StoredConnection Connection() => new(
        Guid.Empty, Guid.Empty, Host, "00D000000000001AAA", "005000000000001AAA",
        new OrgProfile("Halden", "Developer Edition", true, "a@b", "A", CreateMode.UniqueId), Now,
        ConnectionStatus.Connected, null, true, new GrantTokens("access", "refresh", Host), 0);
}
