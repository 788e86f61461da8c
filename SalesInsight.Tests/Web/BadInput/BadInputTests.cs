namespace SalesInsight.Tests.Web.BadInput;

/// <summary>
/// Whatever comes in: the person reads one plain sentence, and nothing has changed, neither here nor in Salesforce.
/// The real web app with its real database and the real sandbox, on one clock.
/// </summary>
public sealed class BadInputTests
{
    public static TheoryData<string> Names => [.. BadInputTable.Rows.Select(row => row.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task BadInput_Whatever_IsSaidPlainlyAndChangesNothing(string name)
    {
        var row = BadInputTable.Rows.Single(one => one.Name == name);
        await using var world = await BadInputWorld.StartAsync();
        await row.Given(world);
        var before = await world.StateAsync();

        var read = await row.Act(world);

        foreach (var sentence in row.Sentences) read.Should().Contain(sentence);
        var after = await world.StateAsync();
        var changes = row.Changes.Count == 0 ? before.ChangesTo(after) : before.ContentChangesTo(after);
        changes.Should().Equal(row.Changes);
    }

    [Fact]
    public async Task State_TaskAddedHereOrThere_Differs()
    {
        await using var world = await BadInputWorld.StartAsync();
        await world.SyncAsync();
        var before = await world.StateAsync();

        world.AddThere("There");
        var there = await world.StateAsync();
        await world.AddHereAsync("Here");
        var both = await world.StateAsync();

        before.ChangesTo(there).Should().Contain(change => change.Contains("\"There\""));
        there.ChangesTo(both).Should().Contain(change => change.Contains("\"Here\""));
    }
}
