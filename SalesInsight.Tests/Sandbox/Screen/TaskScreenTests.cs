using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using SalesInsight.Sandbox.Org;
using SalesInsight.Sandbox.Org.Setup;

namespace SalesInsight.Tests.Sandbox.Screen;

public sealed class TaskScreenTests : RunningSandbox
{
    private CallContext Me => Org.As(Rep);

    [Fact]
    public async Task List_NobodyLoggedIn_LeadsToLoginAndBack()
    {
        var browser = await BrowseAsync();

        await browser.GetAsync("/?view=all");

        browser.Location.Should().Be("/login?startURL=%2F%3Fview%3Dall");
    }

    [Fact]
    public async Task List_Views_ShowOpenAllAndBin()
    {
        Org.Reset("empty");
        Create("open");
        Create("closed", ("Status", "Completed"));
        Org.Records.Delete(Me, "Task", Create("deleted"));
        Org.Records.Create(Org.As(Admin), "Task", Row(("Subject", "somebody else's")));
        var browser = await BrowseAsync(Rep);

        Subjects(await browser.GetAsync("/")).Should().Equal("open");
        Subjects(await browser.GetAsync("/?view=all")).Should().Equal("open", "closed");
        Subjects(await browser.GetAsync("/?view=bin")).Should().Equal("deleted");
        var seesAllData = await BrowseAsync(Admin);
        Subjects(await seesAllData.GetAsync("/?view=all")).Should().Equal("somebody else's");
    }

    [Fact]
    public async Task List_DueDates_AreInOrderWithUndatedLast()
    {
        Org.Reset("empty");
        Create("no date");
        Create("today", ("ActivityDate", "2026-11-24"));
        Create("overdue", ("ActivityDate", "2026-11-20"));
        var browser = await BrowseAsync(Rep);

        var page = await browser.GetAsync("/");

        Subjects(page).Should().Equal("overdue", "today", "no date");
        page.QuerySelectorAll("[data-label='Due Date']").Select(cell => cell.TextContent)
            .Should().Equal("Fri 20 Nov", "Today", "");
        page.QuerySelectorAll(".overdue").Should().ContainSingle();
    }

    [Theory]
    [InlineData("2026-11-24T22:59:59Z", "Tomorrow")]
    [InlineData("2026-11-24T23:00:00Z", "Today")]
    public async Task List_AtMidnightOfTheUsersZone_TomorrowBecomesToday(string now, string shown)
    {
        Org.Reset("empty");
        Create("due", ("ActivityDate", "2026-11-25"));
        Org.Clock.Set(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture));
        var browser = await BrowseAsync(Rep);

        (await browser.GetAsync("/")).QuerySelector("[data-label='Due Date']")!.TextContent.Should().Be(shown);
    }

    [Fact]
    public async Task List_MoreThanAPage_IsPaged()
    {
        Org.Reset("empty");
        for (var number = 0; number < 101; number++) Create($"task {number:000}");
        var browser = await BrowseAsync(Rep);

        Subjects(await browser.GetAsync("/")).Should().HaveCount(100);
        Subjects(await browser.GetAsync("/?view=open&page=1")).Should().Equal("task 100");
    }

    [Fact]
    public async Task New_EverythingFilledIn_IsStoredAsTyped()
    {
        var contact = Org.Records.List(Me, "Contact")[0].Id;
        var account = Org.Records.List(Me, "Account")[0].Id;
        var browser = await BrowseAsync(Rep);

        var form = Form(await browser.GetAsync("/tasks/new"));
        await browser.SubmitAsync(form, ("Subject", "Send the offer"), ("Status", "In Progress"), ("Priority", "High"),
            ("ActivityDate", "2026-12-01"), ("Description", "line 1\r\nline 2"),
            ("WhoId", contact), ("WhatId", account));

        var task = Org.Records.Find(Me, "Task", IdOf(browser))!;
        task.Text("Subject").Should().Be("Send the offer");
        task.Text("Status").Should().Be("In Progress");
        task.Text("Priority").Should().Be("High");
        task.Date("ActivityDate").Should().Be(new DateOnly(2026, 12, 1));
        task.Text("Description").Should().Be("line 1\r\nline 2");
        task.Text("WhoId").Should().Be(contact);
        task.Text("WhatId").Should().Be(account);
        task.Text("OwnerId").Should().Be(Me.UserId);
        task.Text("CreatedById").Should().Be(Me.UserId);
    }

    [Fact]
    public async Task New_Untouched_OffersTheOrgsDefaultsAndOneself()
    {
        var browser = await BrowseAsync(Rep);

        var page = await browser.GetAsync("/tasks/new");

        Chosen(page, "Status").Should().Be("Not Started");
        Chosen(page, "Priority").Should().Be("Normal");
        Chosen(page, "OwnerId").Should().Be("Mara Visser");
        Chosen(page, "WhoId").Should().Be("None");
    }

    [Fact]
    public async Task New_RefusedByARule_KeepsWhatWasTypedAndSaysWhy()
    {
        Org.AddRule(new ValidationRule("Task", "Subject", "forbidden", "Use another word."));
        var before = Org.Records.List(Me, "Task").Count;
        var browser = await BrowseAsync(Rep);

        var form = Form(await browser.GetAsync("/tasks/new"));
        var page = await browser.SubmitAsync(form, ("Subject", "forbidden <b>"), ("Priority", "High"));

        browser.Last.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        page.QuerySelector("[data-testid='refused']")!.TextContent.Should()
            .Contain("Use another word.").And.Contain("FIELD_CUSTOM_VALIDATION_EXCEPTION");
        page.QuerySelector<IHtmlInputElement>("#Subject")!.Value.Should().Be("forbidden <b>");
        Chosen(page, "Priority").Should().Be("High");
        Org.Records.List(Me, "Task").Should().HaveCount(before);
    }

    [Fact] // facts 2.6: stamped when written, seen when committed
    public async Task New_WhileCommitsAreLate_KeepsItsStampAndAppearsLater()
    {
        Org.Reset("empty");
        Org.LateBy = TimeSpan.FromSeconds(20);
        var browser = await BrowseAsync(Rep);

        await browser.SubmitAsync(Form(await browser.GetAsync("/tasks/new")), ("Subject", "late"));
        browser.Location.Should().Be("/?done=late");
        Subjects(await browser.GetAsync("/")).Should().BeEmpty();
        Time.Advance(TimeSpan.FromSeconds(20));

        Subjects(await browser.GetAsync("/")).Should().Equal("late");
        Org.Records.List(Me, "Task").Single().Moment("SystemModstamp")
            .Should().Be(Time.GetUtcNow().AddSeconds(-20));
    }

    [Fact]
    public async Task Edit_OneField_WritesOnlyThatField()
    {
        var id = Create("before", ("Description", "a\nb"), ("Priority", "High"));
        var browser = await BrowseAsync(Rep);
        var form = Form(await browser.GetAsync($"/tasks/{id}/edit"));
        Org.Records.Update(Me, "Task", id, Row(("Priority", "Low")));

        await browser.SubmitAsync(form, ("Subject", "after"));

        var task = Org.Records.Find(Me, "Task", id)!;
        task.Text("Subject").Should().Be("after");
        task.Text("Priority").Should().Be("Low", "somebody else changed it while the form was open");
        task.Text("Description").Should().Be("a\nb", "an untouched text keeps its line breaks");
    }

    [Fact]
    public async Task Edit_NothingChanged_WritesNothing()
    {
        var id = Create("same", ("Description", "a\nb"));
        var browser = await BrowseAsync(Rep);
        var form = Form(await browser.GetAsync($"/tasks/{id}/edit"));
        var before = Org.Records.Find(Me, "Task", id)!.Moment("LastModifiedDate");
        Time.Advance(TimeSpan.FromMinutes(1));

        await browser.SubmitAsync(form);

        browser.Location.Should().Be($"/tasks/{id}?done=saved");
        Org.Records.Find(Me, "Task", id)!.Moment("LastModifiedDate").Should().Be(before);
    }

    [Fact]
    public async Task Edit_FieldsEmptied_BecomeNull()
    {
        var id = Create("due", ("ActivityDate", "2026-11-24"), ("Description", "text"));
        var browser = await BrowseAsync(Rep);
        var form = Form(await browser.GetAsync($"/tasks/{id}/edit"));

        await browser.SubmitAsync(form, ("ActivityDate", ""), ("Description", ""));

        Org.Records.Find(Me, "Task", id)!.Date("ActivityDate").Should().BeNull();
        Org.Records.Find(Me, "Task", id)!.Text("Description").Should().BeNull();
    }

    [Fact]
    public async Task Edit_AssignedToSomebodyElse_LeavesMySight()
    {
        var id = Create("yours now");
        var browser = await BrowseAsync(Rep);
        var form = Form(await browser.GetAsync($"/tasks/{id}/edit"));

        await browser.SubmitAsync(form, ("OwnerId", Org.As(OtherRep).UserId));

        browser.Location.Should().Be("/?done=saved");
        Org.Records.Find(Org.As(OtherRep), "Task", id).Should().NotBeNull();
    }

    [Fact]
    public async Task Task_CompletedAndReopened_UsesTheOrgsOwnStatuses()
    {
        var id = Create("task", ("Status", "Deferred"));
        var browser = await BrowseAsync(Rep);

        await PressAsync(browser, id, "complete");
        Org.Records.Find(Me, "Task", id)!.Text("Status").Should().Be("Completed");
        Org.Records.Find(Me, "Task", id)!.Flag("IsClosed").Should().BeTrue();

        await PressAsync(browser, id, "reopen");
        Org.Records.Find(Me, "Task", id)!.Text("Status").Should().Be("Not Started");
    }

    [Fact]
    public async Task Task_DeletedAndRestored_GoesThroughTheBin()
    {
        var id = Create("task");
        var browser = await BrowseAsync(Rep);

        await PressAsync(browser, id, "delete");
        browser.Location.Should().Be("/?done=deleted");
        Org.Records.Find(Me, "Task", id).Should().BeNull();
        (await browser.GetAsync($"/tasks/{id}")).QuerySelector("[data-testid='in-bin']").Should().NotBeNull();

        await PressAsync(browser, id, "restore");
        browser.Location.Should().Be($"/tasks/{id}?done=restored");
        Org.Records.Find(Me, "Task", id).Should().NotBeNull();
    }

    [Theory]
    [InlineData("complete")]
    [InlineData("reopen")]
    [InlineData("delete")]
    [InlineData("restore")]
    [InlineData("edit")]
    public async Task Post_WithoutOurFormToken_ChangesNothing(string action)
    {
        var id = Create("task");
        var before = Org.Records.Find(Me, "Task", id);
        var browser = await BrowseAsync(Rep);

        await browser.PostAsync($"/tasks/{id}/{action}", ("Subject", "forged"), ("form_token", "forged"));

        browser.Last.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        Org.Records.Find(Me, "Task", id).Should().BeSameAs(before);
    }

    [Fact]
    public async Task Show_MarkupInARecord_IsShownAsText()
    {
        const string attack = "\"><script>alert(1)</script>";
        var id = Create(attack, ("Description", "</textarea><script>alert(2)</script>"));
        var browser = await BrowseAsync(Rep);

        foreach (var path in new[] { "/", $"/tasks/{id}", $"/tasks/{id}/edit" })
        {
            var page = await browser.GetAsync(path);
            page.Scripts.Should().ContainSingle().Which.Source.Should().Be("/screen/screen.js");
        }

        (await browser.GetAsync($"/tasks/{id}")).QuerySelector("[data-testid='subject']")!.TextContent
            .Should().Be(attack);
        Form(await browser.GetAsync($"/tasks/{id}/edit")).QuerySelector<IHtmlTextAreaElement>("textarea")!.Value
            .Should().Be("</textarea><script>alert(2)</script>");
    }

    [Fact]
    public async Task Show_Details_FoldOpenToRawFields()
    {
        var id = Create("task", ("SalesInsight_Id__c", "install-1"));
        var browser = await BrowseAsync(Rep);

        var page = await browser.GetAsync($"/tasks/{id}");

        Field(page, "Id").Should().Be(id);
        Field(page, "SalesInsight_Id__c").Should().Be("install-1");
        Field(page, "SystemModstamp").Should().Be("2026-11-24T09:00:00.000+0000");
        Field(page, "CreatedById").Should().Be(Me.UserId);
        Field(page, "IsClosed").Should().Be("false");
    }

    [Fact]
    public async Task Show_FieldHiddenFromMe_IsNotThere()
    {
        var id = Create("task", ("SalesInsight_Id__c", "install-1"));
        Org.Rights.HideField("Task", "SalesInsight_Id__c");
        var browser = await BrowseAsync(Rep);

        var page = await browser.GetAsync($"/tasks/{id}");

        page.QuerySelector("[data-testid='field-SalesInsight_Id__c']").Should().BeNull();
        page.QuerySelector("[data-testid='field-Subject']").Should().NotBeNull();
    }

    [Theory]
    [InlineData("/tasks/00T000000000000AAA")]
    [InlineData("/tasks/nonsense")]
    [InlineData("/00T000000000000AAA/")]
    public async Task Show_NoSuchTask_IsAPlainNotFound(string path)
    {
        var browser = await BrowseAsync(Rep);

        var page = await browser.VisitAsync(path);

        browser.Last.StatusCode.Should().Be(HttpStatusCode.NotFound);
        page.QuerySelector("h1")!.TextContent.Should().Be("Not found");
    }

    [Fact]
    public async Task Show_TaskOfSomebodyElse_IsNotFound()
    {
        var id = Org.Records.Create(Org.As(OtherRep), "Task", Row(("Subject", "private"))).Id!;
        var browser = await BrowseAsync(Rep);

        await browser.GetAsync($"/tasks/{id}");

        browser.Last.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    private static List<string> Subjects(IHtmlDocument page) =>
        [.. page.QuerySelectorAll("[data-testid='task'] th").Select(cell => cell.TextContent.Trim())];

    private static IHtmlFormElement Form(IHtmlDocument page) =>
        page.QuerySelector<IHtmlFormElement>("[data-testid='task-form']")!;

    private static string Chosen(IHtmlDocument page, string field) =>
        page.QuerySelector<IHtmlSelectElement>($"#{field}")!.SelectedOptions.Single().Text;

    private static string Field(IHtmlDocument page, string name) =>
        page.QuerySelector($"[data-testid='field-{name}']")!.TextContent;

    private static string IdOf(SandboxBrowser browser) => browser.Location!.Split('/', '?')[2];

    private static async Task PressAsync(SandboxBrowser browser, string id, string button)
    {
        var page = await browser.GetAsync($"/tasks/{id}");
        await browser.SubmitAsync(page.QuerySelector<IHtmlButtonElement>($"[data-testid='{button}']")!.Form!);
    }

    private static Dictionary<string, object?> Row(params (string Field, object? Value)[] fields) =>
        fields.ToDictionary(pair => pair.Field, pair => pair.Value);

    private string Create(string subject, params (string Field, object? Value)[] more) =>
        Org.Records.Create(Me, "Task", Row([("Subject", subject), .. more])).Id!;
}
