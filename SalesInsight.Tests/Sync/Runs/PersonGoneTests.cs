using SalesInsight.Sandbox.Faults;
using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Runs.TaskList;
using SalesInsight.Tests.Support;

namespace SalesInsight.Tests.Sync.Runs;

/// <summary>Design section 5, rule 16: a person who was merged or converted is followed, else left out.</summary>
public class PersonGoneTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rule16_LeadConvertedBeforeTheSend_TheContactIsSent()
    {
        await using var world = await EngineWorld.CreateAsync();
        var id = world.AddThere("Call about the renewal");
        await world.RunAsync();
        var lead = Lead(world);
        var task = await world.SingleHereAsync();
        await world.EditHereAsync(task, c => c with { PersonId = lead });
        var contact = Convert(world, lead);

        await world.RunAsync();
        await world.RunAsync();

        world.FindThere(id)!.Text("WhoId").Should().Be(contact);
        var here = (await world.FindHereAsync(task.Id))!;
        (here.Content.PersonId, here.Sync.Glyph).Should().Be((contact, SyncGlyph.InStep));
        var line = (await HistoryAsync(world, task)).Single(e => e.Reason == ReasonCode.PersonFollowed);
        line.Changes.Select(c => (c.Field, c.From, c.To)).Should().Equal((TaskField.Person, lead, contact));
    }

    [Fact]
    public async Task Rule16_NewTaskForAMergedContact_GoesOutForItsMaster()
    {
        await using var world = await EngineWorld.CreateAsync();
        var (master, loser) = (Contact(world, "Berg"), Contact(world, "Bergh"));
        await world.AddHereAsync("Send the offer", new TaskContent("") { PersonId = loser });
        world.Sandbox.Org.Maintenance.Merge(world.Sandbox.Org.As(EngineWorld.Admin), master, loser);

        await world.RunAsync();
        await world.RunAsync();

        world.ListThere().Should().ContainSingle().Which.Text("WhoId").Should().Be(master);
    }

    [Fact]
    public async Task Rule16_ConvertedThenMerged_IsFollowedToTheEnd()
    {
        await using var world = await EngineWorld.CreateAsync();
        var lead = Lead(world);
        await world.AddHereAsync("Send the offer", new TaskContent("") { PersonId = lead });
        var master = Contact(world, "Berg");
        var contact = Convert(world, lead);
        world.Sandbox.Org.Maintenance.Merge(world.Sandbox.Org.As(EngineWorld.Admin), master, contact);

        for (var run = 0; run < 4; run++) await world.RunAsync();

        world.ListThere().Should().ContainSingle().Which.Text("WhoId").Should().Be(master);
    }

    [Fact]
    public async Task Rule16_NewTaskForSomebodyGone_GoesOutWithoutAndSaysSo()
    {
        await using var world = await EngineWorld.CreateAsync();
        var contact = Contact(world, "Berg");
        var task = await world.AddHereAsync("Send the offer", new TaskContent("") { PersonId = contact });
        Delete(world, contact);

        (await world.RunAsync()).NextAt.Should().BeOnOrBefore(world.Time.GetUtcNow(), "who they are is asked at once");
        await world.RunAsync();

        world.ListThere().Should().ContainSingle().Which.Text("WhoId").Should().BeNull();
        var here = (await world.FindHereAsync(task.Id))!;
        (here.Content.PersonId, here.Sync.Glyph).Should().Be((contact, SyncGlyph.Parked));
        (await HistoryAsync(world, task)).Select(e => e.Reason).Should().Contain(ReasonCode.SentWithoutPerson);
    }

    [Fact]
    public async Task Rule16_SomebodyGone_IsAskedForOnceAndThenLeftAlone()
    {
        await using var world = await EngineWorld.CreateAsync();
        var (id, _) = await RefusedAsync(world);

        var asking = await world.CallsOfRunAsync();
        var resting = await world.CallsOfRunAsync();

        (asking - resting).Should().Be(1);
        world.FindThere(id)!.Text("WhoId").Should().BeNull();
    }

    [Fact]
    public async Task Rule16_SomebodyGoneForGood_IsNotSentAgain()
    {
        await using var world = await EngineWorld.CreateAsync();
        await RefusedAsync(world);
        await world.RunAsync();
        var refusals = (await HistoryAsync(world, await world.SingleHereAsync())).Count(e => e.ErrorCode is not null);

        for (var day = 0; day < 3; day++)
        {
            world.Time.Advance(RunLimits.PersonAgain);
            await world.RunAsync();
        }

        (await HistoryAsync(world, await world.SingleHereAsync())).Count(e => e.ErrorCode is not null)
            .Should().Be(refusals);
    }

    [Fact]
    public async Task Rule16_SomebodyRestored_IsSentWithinADay()
    {
        await using var world = await EngineWorld.CreateAsync();
        var (id, contact) = await RefusedAsync(world);
        await world.RunAsync();
        world.Sandbox.Org.Records.Undelete(world.Sandbox.Org.As(EngineWorld.Admin), "Contact", contact);

        world.Time.Advance(RunLimits.PersonAgain);
        await world.RunAsync();

        world.FindThere(id)!.Text("WhoId").Should().Be(contact);
        (await world.SingleHereAsync()).Sync.Glyph.Should().Be(SyncGlyph.InStep);
    }

    [Fact]
    public async Task Rule16_NobodyCanBeAsked_StopsNothingElseAndIsAskedAgainSoon()
    {
        await using var world = await EngineWorld.CreateAsync();
        var id = world.AddThere("first");
        await world.RunAsync();
        var lead = Lead(world);
        await world.EditHereAsync(await world.SingleHereAsync(), c => c with { PersonId = lead });
        var contact = Convert(world, lead);
        await world.RunAsync();
        await world.AddHereAsync("second");
        using (AfterOneCall(world, () => world.Sandbox.Faults.Add(SandboxFault.Html())))
            (await world.RunAsync()).Outcome.Should().Be(RunOutcome.Done);
        world.ListThere().Should().HaveCount(2);
        world.FindThere(id)!.Text("WhoId").Should().BeNull();

        world.Time.Advance(RunLimits.RetryFirst);
        await world.RunAsync();

        world.FindThere(id)!.Text("WhoId").Should().Be(contact);
    }

    [Fact]
    public async Task Rule16_RefusedForRightsBefore_IsFollowedAllTheSame()
    {
        await using var world = await EngineWorld.CreateAsync();
        var id = world.AddThere("first");
        await world.RunAsync();
        var rights = world.Sandbox.Org.Rights;
        rights.MakeRecordReadOnly(world.RepId, id);
        var lead = Lead(world);
        await world.EditHereAsync(await world.SingleHereAsync(), c => c with { PersonId = lead });
        await world.RunAsync();
        var contact = Convert(world, lead);
        rights.MakeRecordWriteable(world.RepId, id);
        world.Time.Advance(RunLimits.RightsAgain);

        await world.RunAsync();
        await world.RunAsync();

        world.FindThere(id)!.Text("WhoId").Should().Be(contact);
    }

    [Fact]
    public async Task Rule16_AnotherPersonChosenMeanwhile_IsNotReplaced()
    {
        await using var world = await EngineWorld.CreateAsync();
        var lead = Lead(world);
        var other = Contact(world, "Kim");
        var task = await world.AddHereAsync("Send the offer", new TaskContent("") { PersonId = lead });
        Convert(world, lead);
        await world.RunAsync();
        await world.EditHereAsync((await world.FindHereAsync(task.Id))!, c => c with { PersonId = other });

        await world.RunAsync();

        world.ListThere().Should().ContainSingle().Which.Text("WhoId").Should().Be(other);
    }

    /// <summary>A linked task that names somebody who was deleted before the send, and was refused for it.</summary>
    private static async Task<(string Id, string Contact)> RefusedAsync(EngineWorld world)
    {
        var id = world.AddThere("first");
        await world.RunAsync();
        var contact = Contact(world, "Berg");
        await world.EditHereAsync(await world.SingleHereAsync(), c => c with { PersonId = contact });
        Delete(world, contact);
        await world.RunAsync();
        return (id, contact);
    }

    private static IDisposable AfterOneCall(EngineWorld world, Action happens)
    {
        var calls = 0;
        return world.Sandbox.Faults.AfterRequest(_ =>
        {
            if (++calls == 1) happens();
            return ValueTask.CompletedTask;
        });
    }

    private static string Lead(EngineWorld world) => Add(world, "Lead", ("LastName", "Okafor"), ("Company", "Delta"));

    private static string Contact(EngineWorld world, string name) => Add(world, "Contact", ("LastName", name));

    private static string Add(EngineWorld world, string type, params (string Field, object? Value)[] fields)
    {
        var org = world.Sandbox.Org;
        var made = org.Records.Create(
            org.As(EngineWorld.Admin), type, fields.ToDictionary(f => f.Field, f => f.Value));
        made.Errors.Should().BeEmpty();
        return made.Id!;
    }

    private static string Convert(EngineWorld world, string lead) =>
        world.Sandbox.Org.Maintenance.ConvertLead(world.Sandbox.Org.As(EngineWorld.Admin), lead);

    private static void Delete(EngineWorld world, string contact) =>
        world.Sandbox.Org.Records.Delete(world.Sandbox.Org.As(EngineWorld.Admin), "Contact", contact)
            .Errors.Should().BeEmpty();

    private static async Task<IReadOnlyList<HistoryEntry>> HistoryAsync(EngineWorld world, TaskView task) =>
        await world.Tasks.HistoryAsync(TestStore.RepId, task.Id, Stop);
}
