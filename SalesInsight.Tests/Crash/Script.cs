namespace SalesInsight.Tests.Crash;

/// <summary>
/// Two people at work, one on each side, drawn from a seed; remembers what they did and asks nothing of the engine.
/// Writes every value once. Sequential, so that what is written last on a side is known.
/// </summary>
internal sealed class Script(SideHere here, SideThere there, int seed, bool deletesHere)
{
    private const int AliveMax = 120;
    private const int DeletedThereMax = 60;         // below the fence of 100 that the rep has set
    private static readonly DateOnly FirstDay = new(2027, 1, 1);
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(25);

    private readonly Random _random = new(seed);
    private readonly List<Matter> _matters = [];
    private readonly SortedDictionary<string, int> _did = [];
    private int _values;
    private int _deletedThere;

    public IReadOnlyList<Matter> Matters => _matters;

    /// <summary>Acts finished so far.</summary>
    public int Acts { get; private set; }

    /// <summary>How often each act was done.</summary>
    public string Did => string.Join(", ", _did.Select(one => $"{one.Key} {one.Value}"));

    public async Task WorkAsync(CancellationToken enough)
    {
        for (var act = 0; !enough.IsCancellationRequested; act++)
        {
            // an act once begun is finished, or nobody could say what it came to
            await ActAsync(CancellationToken.None);
            Acts++;
            if (act % 5 == 0) await here.AskForRunAsync(CancellationToken.None);
            if (act % 20 == 0) await LearnAsync(CancellationToken.None);
            await Task.Delay(Breath * _random.Next(1, 4), TimeProvider.System, CancellationToken.None);
        }
    }

    /// <summary>Matters made on one side get their id on the other once they have arrived there.</summary>
    public async Task LearnAsync(CancellationToken stop)
    {
        var idsHere = (await here.ListAsync(stop)).ToLookup(task => task.Name, task => Guid.Parse(task.Id));
        var idsThere = (await there.ListAsync(stop)).ToLookup(task => task.Name, task => task.Id);
        foreach (var matter in _matters)
        {
            if (matter.IdHere is null && idsHere[matter.Name].Any()) matter.IdHere = idsHere[matter.Name].First();
            if (matter.IdThere is null && idsThere[matter.Name].Any()) matter.IdThere = idsThere[matter.Name].First();
        }
    }

    private async Task ActAsync(CancellationToken stop)
    {
        var alive = _matters.Where(matter => !matter.IsDeleted).ToList();
        var dice = _random.Next(100);
        if (alive.Count < 8 || (dice < 14 && alive.Count < AliveMax)) await MakeAsync(dice % 2 == 0, stop);
        else await ChangeAsync(alive[_random.Next(alive.Count)], dice, stop);
    }

    private async Task MakeAsync(bool isHere, CancellationToken stop)
    {
        var matter = new Matter($"{(isHere ? "here" : "there")}-{++_values}");
        if (isHere) matter.IdHere = await here.CreateAsync(matter.Name, stop);
        else matter.IdThere = await there.CreateAsync(matter.Name, stop);
        _matters.Add(matter);
        Count(isHere ? "made here" : "made there");
    }

    private Task ChangeAsync(Matter matter, int dice, CancellationToken stop) => matter switch
    {
        { IdHere: { } id } when dice < 36 => EditDetailsAsync(matter, id, stop),
        { IdHere: { } id } when dice < 48 => MoveHereAsync(matter, id, stop),
        { IdHere: { } id } when dice < 58 => CompleteAsync(matter, id, stop),
        { IdHere: { } id } when dice < 61 && deletesHere => DeleteHereAsync(matter, id, stop),
        { IdThere: { } id } when dice < 83 => RenameAsync(matter, id, stop),
        { IdThere: { } id } when dice < 97 => MoveThereAsync(matter, id, stop),
        { IdThere: { } id } when _deletedThere < DeletedThereMax => DeleteThereAsync(matter, id, stop),
        _ => Task.CompletedTask,
    };

    private async Task EditDetailsAsync(Matter matter, Guid id, CancellationToken stop)
    {
        var details = $"details {++_values}";
        if (!await here.EditAsync(id, new { details }, stop)) return;
        matter.Details = details;
        Count("edited here");
    }

    private async Task MoveHereAsync(Matter matter, Guid id, CancellationToken stop)
    {
        var day = FirstDay.AddDays(++_values);
        if (!await here.EditAsync(id, new { dueDate = SideHere.Text(day) }, stop)) return;
        matter.DueHere = day;
        Count("moved here");
    }

    private async Task CompleteAsync(Matter matter, Guid id, CancellationToken stop)
    {
        if (!await here.SetCompletedAsync(id, !matter.IsCompleted, stop)) return;
        matter.IsCompleted = !matter.IsCompleted;
        Count("completed or reopened here");
    }

    private async Task DeleteHereAsync(Matter matter, Guid id, CancellationToken stop)
    {
        await here.DeleteAsync(id, stop);
        matter.IsDeleted = true;
        Count("deleted here");
    }

    private async Task RenameAsync(Matter matter, string id, CancellationToken stop)
    {
        var subject = $"{matter.Name} renamed {++_values}";
        if (!await there.EditAsync(id, new { Subject = subject }, stop)) return;
        matter.Subject = subject;
        Count("renamed there");
    }

    private async Task MoveThereAsync(Matter matter, string id, CancellationToken stop)
    {
        var day = FirstDay.AddDays(++_values);
        if (!await there.EditAsync(id, new { ActivityDate = SideHere.Text(day) }, stop)) return;
        (matter.DueThere, matter.DueThereAt) = (day, TimeProvider.System.GetTimestamp());
        Count("moved there");
    }

    private async Task DeleteThereAsync(Matter matter, string id, CancellationToken stop)
    {
        if (!await there.DeleteAsync(id, stop)) return;
        matter.IsDeleted = true;
        _deletedThere++;
        Count("deleted there");
    }

    private void Count(string act) => _did[act] = _did.GetValueOrDefault(act) + 1;
}
