using System.Net;
using System.Net.Http.Headers;
using System.Text;
using SalesInsight.Web.Api.Tasks;

namespace SalesInsight.Tests.Web.Api.Tasks;

public sealed class TaskCallsTests(ApiUnderTest web) : IClassFixture<ApiUnderTest>
{
    [Fact]
    public async Task Add_WithEveryField_AnswersTheTaskAndWhereItIs()
    {
        var mara = await web.CallerAsync();

        var added = await mara.PostAsync("tasks", """
            {"subject":" Call Dana ","status":"completed","priority":"high","dueDate":"2027-02-28","details":"é\n二",
             "type":"inMail","personId":"003000000000001AAA","relatedId":"006000000000001"}
            """);

        added.Status.Should().Be(HttpStatusCode.Created);
        added.Message.Headers.Location!.ToString().Should().Be($"/api/v1/tasks/{added.Id}");
        added.ETag.Should().Be("\"1\"");
        var read = await mara.GetAsync($"tasks/{added.Id}");
        read.Body.ToString().Should().Be(added.Body.ToString());
        read.ETag.Should().Be(added.ETag);
        read.Text("subject").Should().Be("Call Dana");
        read.Text("status").Should().Be("completed");
        read.Text("priority").Should().Be("high");
        read.Text("dueDate").Should().Be("2027-02-28");
        read.Text("details").Should().Be("é\n二");
        read.Text("type").Should().Be("inMail");
        read.Text("personId").Should().Be("003000000000001AAA");
        read.Text("relatedId").Should().Be("006000000000001");
        read.Body.GetProperty("sync").GetProperty("state").GetString().Should().Be("off");
    }

    [Fact]
    public async Task Add_RefusedBySeveralRules_NamesEveryField()
    {
        var reply = await (await web.CallerAsync()).PostAsync(
            "tasks", """{"subject":"  ","dueDate":"1699-12-31","personId":"nobody"}""");

        reply.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        reply.Code.Should().Be("values-refused");
        reply.Errors.Should().BeEquivalentTo(
            "subject: subjectEmpty", "dueDate: dateOutOfRange", "personId: idMalformed");
    }

    [Fact]
    public async Task Add_RepeatedWithItsKey_MakesOneTask()
    {
        var mara = await web.CallerAsync();
        var key = (IdempotencyKey.Header, "order-17/reminder");

        var first = await mara.PostAsync("tasks", """{"subject":"Once only"}""", key);
        var again = await mara.PostAsync("tasks", """{"subject":"Once only"}""", key);

        first.Status.Should().Be(HttpStatusCode.Created);
        again.Status.Should().Be(HttpStatusCode.OK);
        again.Id.Should().Be(first.Id);
        (await mara.GetAsync("tasks?search=Once%20only")).Text("total").Should().Be("1");

        var others = await (await web.CallerAsync(ApiUnderTest.Jonas))
            .PostAsync("tasks", """{"subject":"Once only"}""", key);
        others.Status.Should().Be(HttpStatusCode.Created);
        others.Id.Should().NotBe(first.Id);
    }

    [Fact]
    public async Task Add_WithTheKeyOfADeletedTask_IsGone()
    {
        var mara = await web.CallerAsync();
        var key = (IdempotencyKey.Header, "gone-1");
        var added = await mara.PostAsync("tasks", """{"subject":"Short-lived"}""", key);
        await mara.DeleteAsync($"tasks/{added.Id}");

        (await mara.PostAsync("tasks", """{"subject":"Short-lived"}""", key)).Code.Should().Be("task-gone");
    }

    public static TheoryData<string> KeysThatAreNone => ["two words", "é", new string('k', 201)];

    [Theory]
    [MemberData(nameof(KeysThatAreNone))]
    public async Task Add_WithAKeyThatIsNone_IsRefused(string key)
    {
        var reply = await (await web.CallerAsync()).PostAsync(
            "tasks", """{"subject":"x"}""", (IdempotencyKey.Header, key));

        reply.Code.Should().Be("key-malformed");
    }

    [Fact]
    public async Task Change_WithTheETagRead_ChangesWhatIsSentOnly()
    {
        var mara = await web.CallerAsync();
        var added = await mara.PostAsync("tasks", """{"subject":"Draft","details":"keep","dueDate":"2027-01-04"}""");

        var changed = await mara.PatchAsync(
            $"tasks/{added.Id}", """{"subject":"Final","dueDate":null}""", ("If-Match", added.ETag));

        changed.Status.Should().Be(HttpStatusCode.OK);
        changed.ETag.Should().Be("\"2\"");
        changed.Text("subject").Should().Be("Final");
        changed.Text("details").Should().Be("keep");
        changed.Text("dueDate").Should().Be("", "null empties");
    }

    [Fact]
    public async Task Change_OnAnOldPicture_SavesNothing()
    {
        var mara = await web.CallerAsync();
        var added = await mara.PostAsync("tasks", """{"subject":"Draft"}""");
        await mara.PatchAsync($"tasks/{added.Id}", """{"subject":"Theirs"}""", ("If-Match", added.ETag));

        var late = await mara.PatchAsync($"tasks/{added.Id}", """{"subject":"Mine"}""", ("If-Match", added.ETag));

        late.Status.Should().Be(HttpStatusCode.PreconditionFailed);
        late.Code.Should().Be("version-moved");
        (await mara.GetAsync($"tasks/{added.Id}")).Text("subject").Should().Be("Theirs");
    }

    [Theory]
    [InlineData(null, "version-missing")]
    [InlineData("7", "version-malformed")]
    [InlineData("\"7\"", "version-moved")]
    [InlineData("W/\"1\"", "version-moved")]
    [InlineData("\"7\", \"1\"", null)]
    [InlineData("*", null)]
    public async Task Change_IfMatch_DecidesWhetherItIsMade(string? match, string? code)
    {
        var mara = await web.CallerAsync();
        var added = await mara.PostAsync("tasks", """{"subject":"Draft"}""");

        var reply = await mara.PatchAsync(
            $"tasks/{added.Id}", """{"subject":"Final"}""", match is null ? [] : [("If-Match", match)]);

        reply.Code.Should().Be(code);
        (await mara.GetAsync($"tasks/{added.Id}")).Text("subject").Should().Be(code is null ? "Final" : "Draft");
    }

    [Fact]
    public async Task CompleteAndReopen_Repeated_AreMadeOnce()
    {
        var mara = await web.CallerAsync();
        var id = (await mara.PostAsync("tasks", """{"subject":"Twice"}""")).Id;

        var done = await mara.PostAsync($"tasks/{id}/complete");
        var again = await mara.PostAsync($"tasks/{id}/complete");
        var open = await mara.PostAsync($"tasks/{id}/reopen", null, ("If-Match", again.ETag));

        done.Text("status").Should().Be("completed");
        again.ETag.Should().Be(done.ETag);
        open.Text("status").Should().Be("open");
        (await mara.PostAsync($"tasks/{id}/complete", null, ("If-Match", again.ETag))).Code
            .Should().Be("version-moved");
    }

    [Fact]
    public async Task Delete_Repeated_IsNotFound()
    {
        var mara = await web.CallerAsync();
        var added = await mara.PostAsync("tasks", """{"subject":"Away"}""");

        (await mara.DeleteAsync($"tasks/{added.Id}", ("If-Match", "\"9\""))).Code.Should().Be("version-moved");
        (await mara.DeleteAsync($"tasks/{added.Id}")).Status.Should().Be(HttpStatusCode.NoContent);
        (await mara.DeleteAsync($"tasks/{added.Id}")).Code.Should().Be("task-not-found");
        (await mara.GetAsync($"tasks/{added.Id}")).Code.Should().Be("task-not-found");
    }

    [Fact]
    public async Task EveryCall_OnAnothersTask_FindsNothing()
    {
        var (mara, jonas) = (await web.CallerAsync(), await web.CallerAsync(ApiUnderTest.Jonas));
        var id = (await mara.PostAsync("tasks", """{"subject":"Private matter"}""")).Id;

        ApiReply[] replies =
        [
            await jonas.GetAsync($"tasks/{id}"),
            await jonas.PatchAsync($"tasks/{id}", """{"subject":"Mine"}""", ("If-Match", "*")),
            await jonas.PostAsync($"tasks/{id}/complete"),
            await jonas.PostAsync($"tasks/{id}/reopen"),
            await jonas.DeleteAsync($"tasks/{id}"),
        ];

        replies.Should().OnlyContain(reply => reply.Code == "task-not-found");
        (await jonas.GetAsync("tasks?search=Private")).Text("total").Should().Be("0");
        (await mara.GetAsync($"tasks/{id}")).Text("subject").Should().Be("Private matter");
    }

    [Fact]
    public async Task List_PageByPage_ShowsEachTaskOnce()
    {
        var mara = await web.CallerAsync();
        for (var number = 1; number <= 5; number++)
            await mara.PostAsync("tasks", $$"""{"subject":"Paged {{number}}","dueDate":"2030-01-0{{number}}"}""");

        List<string?> seen = [];
        for (var skip = 0; skip < 6; skip += 2)
        {
            var page = await mara.GetAsync($"tasks?filter=later&search=Paged&skip={skip}&take=2");
            page.Text("total").Should().Be("5");
            seen.AddRange(page.Body.GetProperty("tasks").EnumerateArray()
                .Select(task => task.GetProperty("subject").GetString()));
        }

        seen.Should().Equal("Paged 1", "Paged 2", "Paged 3", "Paged 4", "Paged 5");
    }

    [Theory]
    [InlineData("filter=Open", "query-refused")]
    [InlineData("filter=0", "query-refused")]
    [InlineData("take=201", "query-refused")]
    [InlineData("take=0", "query-refused")]
    [InlineData("skip=-1", "query-refused")]
    [InlineData("skip=one", "request-malformed")]
    [InlineData("take=99999999999", "request-malformed")]
    public async Task List_WithAQueryThatIsNone_IsRefused(string query, string code) =>
        (await (await web.CallerAsync()).GetAsync($"tasks?{query}")).Code.Should().Be(code);

    [Theory]
    [InlineData("text/plain", "media-type-not-json")]
    [InlineData("application/x-www-form-urlencoded", "media-type-not-json")]
    [InlineData("application/json", null)]
    [InlineData("application/merge-patch+json", null)]
    public async Task Add_ByMediaType_TakesJsonOnly(string type, string? code)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes("""{"subject":"Typed"}"""));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);

        (await (await web.CallerAsync()).SendContentAsync(HttpMethod.Post, "tasks", content)).Code.Should().Be(code);
    }

    [Fact]
    public async Task Add_WithoutABody_IsRefused()
    {
        var mara = await web.CallerAsync();

        (await mara.PostAsync("tasks", "")).Code.Should().Be("body-not-json");
        (await mara.SendAsync(HttpMethod.Post, "tasks")).Code.Should().Be("media-type-not-json");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Add_LargerThanAMebibyte_IsRefused(bool isLengthSent)
    {
        var bytes = Encoding.UTF8.GetBytes($$"""{"subject":"x","details":"{{new string('y', TaskBody.LengthMax)}}"}""");
        using HttpContent content = isLengthSent
            ? new ByteArrayContent(bytes)
            : new StreamContent(new Unsized(bytes));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/json");

        (await (await web.CallerAsync()).SendContentAsync(HttpMethod.Post, "tasks", content)).Code
            .Should().Be("body-too-large");
    }

    /// <summary>A stream that does not say how long it is.</summary>
    private sealed class Unsized(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
