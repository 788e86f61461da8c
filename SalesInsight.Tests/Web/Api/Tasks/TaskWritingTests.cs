using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Http;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.TaskList;
using SalesInsight.Tests.Support;
using SalesInsight.Web.Api.Tasks;

namespace SalesInsight.Tests.Web.Api.Tasks;

public class TaskWritingTests
{
    private readonly FakeReminderTasks _tasks =
        new(new FakeTimeProvider(DateTimeOffset.UnixEpoch), new SequentialIds());

    private readonly Guid _userId = SequentialIds.Of(7);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Change_OfAnyVersionWhileAnotherEdits_IsMadeOnWhatStands()
    {
        var added = await AddAsync();

        await ChangeAsync(added, "*", """{"subject":"Mine"}""");

        (await FindAsync(added)).Content.Should().Be(new TaskContent("Mine") { Details = "theirs" });
    }

    [Fact]
    public async Task Change_OfAVersionWhileAnotherEdits_SavesNothing()
    {
        var added = await AddAsync();

        await ChangeAsync(added, "\"1\"", """{"subject":"Mine"}""");

        (await FindAsync(added)).Content.Should().Be(new TaskContent("Theirs") { Details = "theirs" });
    }

    private async Task<TaskView> AddAsync()
    {
        var added = await _tasks.AddAsync(_userId, new TaskContent("Draft"), ReminderType.Custom, Stop);
        return ((TaskSaveResult.Saved)added).Task;
    }

    private async Task<TaskView> FindAsync(TaskView task) => (await _tasks.FindAsync(_userId, task.Id, Stop))!;

    /// <summary>Just when the body is read somebody else saves the same field, and one more.</summary>
    private Task ChangeAsync(TaskView added, string ifMatch, string json)
    {
        var call = new DefaultHttpContext();
        call.Request.ContentType = "application/json";
        call.Request.Headers.IfMatch = ifMatch;
        call.Request.Body = new Body(json, () => _tasks.EditAsync(
            _userId, added, new TaskContent("Theirs") { Details = "theirs" }, ReminderType.Custom, Stop));
        var person = new ClaimsPrincipal(new ClaimsIdentity(
            [new Claim(ClaimTypes.NameIdentifier, _userId.ToString())]));
        return TaskWriting.ChangeAsync(added.Id, call, person, _tasks, Stop);
    }

    private sealed class Body(string json, Func<Task> meanwhile) : MemoryStream(Encoding.UTF8.GetBytes(json))
    {
        private bool _isRead;

        public override async ValueTask<int> ReadAsync(
            Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (!_isRead) await meanwhile();
            _isRead = true;
            return await base.ReadAsync(buffer, cancellationToken);
        }
    }
}
