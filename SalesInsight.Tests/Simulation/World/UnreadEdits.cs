using SalesInsight.Tests.Simulation.People;

namespace SalesInsight.Tests.Simulation.World;

/// <summary>
/// What was typed there after a run read, and was overwritten by a call whose reply, with its pre-image, nobody got; or
/// typed in the middle of the call, between the pre-image and the write: the losses the design cannot prevent (design
/// 6, 'inherent').
/// </summary>
internal sealed class UnreadEdits(SimulatedWorld world)
{
    /// <summary>The reply of a request is lost.</summary>
    public void Lose(Frame frame, HttpRequestMessage request)
    {
        Close(frame);
        if (request.Writes())
            world.Situations.Count(request.Creates() ? Situation.LostCreateReply : Situation.LostUpdateReply);
    }

    /// <summary>Nobody will learn what the run's calls replaced.</summary>
    public void Close(Frame frame)
    {
        if (frame.ReadAt is not { } readAt) return;
        var writes = world.Truth.Writes.Where(w => w.At >= readAt || w.Thing.LateUntil >= readAt).ToList();
        foreach (var write in writes.Where(w => !w.IsHere)) write.IsInDoubt = true;
        Lose(writes);
    }

    public void Lose(IReadOnlyCollection<Write> writes)
    {
        foreach (var write in writes.Where(w => w is { IsHere: false, IsInWindow: false }))
        {
            if (!world.There.IsOverwritten(write)) continue;
            write.IsInWindow = true;
            world.Situations.Count(Situation.EditInWindow);
        }
    }
}
