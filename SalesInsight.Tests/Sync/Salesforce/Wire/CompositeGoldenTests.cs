using System.Text.Json;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Salesforce;
using SalesInsight.Sync.Salesforce.Wire;
using SalesInsight.Tests.Support;

namespace SalesInsight.Tests.Sync.Salesforce.Wire;

public class CompositeGoldenTests
{
    private const string Root = "/services/data/v62.0";

    private static readonly TaskColumns Columns = new(["Id", "Subject"], CreateMode.UniqueId, FieldSet.None);

    [Fact]
    public void Write_OfOneOfEach_ReadsFirstAndSendsOnlyWhatChanged()
    {
        var content = new SalesforceContent("It's <new>", "Not Started", "High", null, "not sent");
        WriteRequest.Row[] rows =
        [
            new WriteRequest.Create(SequentialIds.Of(1), "install-1", new SalesforceContent("New", WhoId: "003A")),
            new WriteRequest.Update(
                SequentialIds.Of(2), "00TB", content, FieldSet.Of(TaskField.Subject, TaskField.DueDate)),
            new WriteRequest.Delete(SequentialIds.Of(3), "00TC"),
        ];

        var call = WriteCall.Plan(new WriteRequest([.. rows]), Columns, Root).Should().ContainSingle().Which;

        Json(call.Request).Should().Be(Compact("""
            {"compositeRequest":[
            {"method":"POST","url":"/services/data/v62.0/composite/sobjects/Task","referenceId":"before",
            "body":{"ids":["00TB","00TC"],"fields":["Id","Subject"]}},
            {"method":"PATCH","url":"/services/data/v62.0/composite/sobjects","referenceId":"rows1",
            "body":{"allOrNone":false,"records":[{"attributes":{"type":"Task"},"id":"00TB",
            "Subject":"It\u0027s \u003Cnew\u003E","ActivityDate":null}]}},
            {"method":"DELETE","url":"/services/data/v62.0/composite/sobjects?ids=00TC\u0026allOrNone=false",
            "referenceId":"rows2"},
            {"method":"POST","url":"/services/data/v62.0/composite/sobjects","referenceId":"rows0",
            "body":{"allOrNone":false,"records":[{"attributes":{"type":"Task"},"Subject":"New","WhoId":"003A",
            "SalesInsight_Id__c":"install-1"}]}}],
            "allOrNone":false,"collateSubrequests":false}
            """));
    }

    [Theory]
    [InlineData(CreateMode.UniqueId, "SalesInsight_Id__c")]
    [InlineData(CreateMode.Marker, "CallObject")]
    [InlineData(CreateMode.NaturalKey, null)]
    public void Create_InEachMode_CarriesOurIdWhereThereIsAPlace(CreateMode mode, string? field)
    {
        var row = new WriteRequest.Create(SequentialIds.Of(1), "install-1", new SalesforceContent("New"));

        var calls = WriteCall.Plan(new WriteRequest([row]), Columns with { CreateMode = mode }, Root);

        var body = Json(calls.Single().Request);
        body.Contains("install-1", StringComparison.Ordinal).Should().Be(field is not null);
        if (field is not null) body.Should().Contain($"\"{field}\":\"install-1\"");
    }

    [Fact]
    public void Plan_OfAnyMixture_KeepsToTheCapsAndNamesEveryRowOnce()
    {
        foreach (var updates in new[] { 0, 1, 200, 201, 800, 1_000 })
        foreach (var deletes in new[] { 0, 1, 200, 350 })
        foreach (var creates in new[] { 0, 1, 200, 1_000, 1_001 })
        {
            var request = new WriteRequest(
            [
                .. Enumerable.Range(0, creates).Select(i => new WriteRequest.Create(Guid.Empty, $"i-{i}", new())),
                .. Enumerable.Range(0, deletes).Select(i => new WriteRequest.Delete(Guid.Empty, $"00TD{i}")),
                .. Enumerable.Range(0, updates)
                    .Select(i => new WriteRequest.Update(Guid.Empty, $"00TU{i}", new(), FieldSet.All)),
            ]);

            var calls = WriteCall.Plan(request, Columns, Root);

            calls.All(c => c.Request.Steps.Count <= CompositeRequest.CollectionsMax).Should().BeTrue();
            calls.SelectMany(c => c.Writes).All(w => w.Places.Count <= WriteStep.RowsMax).Should().BeTrue();
            calls.SelectMany(c => c.Writes).SelectMany(w => w.Places).Order()
                .SequenceEqual(Enumerable.Range(0, request.Rows.Length)).Should().BeTrue();
            foreach (var call in calls)
                call.Request.Steps.Select(s => s.ReferenceId).Should().OnlyHaveUniqueItems();
        }
    }

    [Fact]
    public void Columns_OfADescribeThatHidesFields_NameThemAndLeaveThemOut()
    {
        var shown = DescribeSample.Fields.Where(f => f.Name is not ("Description" or "WhoId")).ToList();

        var columns = TaskColumns.Of(shown, markerAgreed: false);

        columns.Hidden.Should().Be(FieldSet.Of(TaskField.Details, TaskField.Person));
        columns.Readable.Should().NotContain("Description").And.NotContain("WhoId").And.Contain("WhatId");
    }

    // unique, external id, createable, marker agreed, mode
    [Theory]
    [InlineData(true, true, true, true, CreateMode.UniqueId)]
    [InlineData(true, true, false, true, CreateMode.Marker)]
    [InlineData(true, true, false, false, CreateMode.NaturalKey)]
    [InlineData(false, true, true, false, CreateMode.NaturalKey)]
    [InlineData(true, false, true, false, CreateMode.NaturalKey)]
    public void CreateMode_OfADescribe_IsTheSafestItAllows(
        bool unique, bool externalId, bool createable, bool agreed, CreateMode expected)
    {
        var field = DescribeSample.Unique with { Unique = unique, ExternalId = externalId, Createable = createable };
        var fields = DescribeSample.Fields.Where(f => f.Name != field.Name).Append(field).ToList();

        TaskColumns.Of(fields, agreed).CreateMode.Should().Be(expected);
    }

    private static string Json(CompositeRequest request) =>
        JsonSerializer.Serialize(request, WireJson.Default.CompositeRequest);

    private static string Compact(string json) => json.ReplaceLineEndings("").Replace("            ", "");
}
