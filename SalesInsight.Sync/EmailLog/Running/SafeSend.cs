using System.Collections.Immutable;
using SalesInsight.Sync.EmailLog.Outbox;
using SalesInsight.Sync.Runs;
using SalesInsight.Sync.Runs.Ports;

namespace SalesInsight.Sync.EmailLog.Running;

/// <summary>
/// Sends rows so that none is ever made twice: the intents are written first, and only what was claimed is sent. A call
/// refused whole for what is in it is halved until the culprit is found.
/// </summary>
internal sealed class SafeSend(LogScope scope)
{
    /// <summary>What became of each intent.</summary>
    /// <param name="Outcomes">By entry; one that somebody else claimed first is missing.</param>
    /// <param name="Failure">The call that failed, to be thrown once its outcomes are committed.</param>
    internal sealed record Result(
        ImmutableDictionary<Guid, WriteReply.Outcome> Outcomes, SalesforceFaultException? Failure);

    /// <summary>Makes one call, or several when it has to halve.</summary>
    /// <param name="intents">Each with the time it is written now.</param>
    /// <param name="send">Sends the rows of these entries; an outcome per row.</param>
    /// <param name="stop">Ends the wait.</param>
    public async Task<Result> SendAsync(
        IReadOnlyCollection<Intent> intents,
        Func<ImmutableHashSet<Guid>, Task<ImmutableArray<WriteReply.Outcome>>> send,
        CancellationToken stop)
    {
        await scope.CheckAsync(stop);
        var claimed = await scope.ClaimAsync(intents, stop);
        ImmutableArray<Guid> ids = [.. intents.Select(i => i.Entry.Id).Where(claimed.Contains)];
        // An aged intent is not sent: its deadline counts from when it was written.
        if (intents.Count > 0 && scope.Now - intents.First().Entry.At > scope.Times.SendWindow)
        {
            await DropAsync(ids, stop);
            throw new GaveWayException();
        }

        var outcomes = ImmutableDictionary.CreateBuilder<Guid, WriteReply.Outcome>();
        var failure = ids.IsEmpty ? null : await SendAsync(ids, send, outcomes, stop);
        return new Result(outcomes.ToImmutable(), failure);
    }

    private async Task<SalesforceFaultException?> SendAsync(
        ImmutableArray<Guid> ids,
        Func<ImmutableHashSet<Guid>, Task<ImmutableArray<WriteReply.Outcome>>> send,
        ImmutableDictionary<Guid, WriteReply.Outcome>.Builder outcomes,
        CancellationToken stop)
    {
        try
        {
            foreach (var (id, outcome) in ids.Zip(await send([.. ids]))) outcomes[id] = outcome;
            return null;
        }
        catch (SalesforceFaultException e) when (e.Delivery == Delivery.Unknown)
        {
            foreach (var id in ids) outcomes[id] = new WriteReply.Unknown();
            return e;
        }
        catch (SalesforceFaultException e) when (IsOfTheContent(e.Fault))
        {
            if (ids.Length > 1)
                return await SendAsync(ids[..(ids.Length / 2)], send, outcomes, stop)
                    ?? await SendAsync(ids[(ids.Length / 2)..], send, outcomes, stop);
            outcomes[ids[0]] = new WriteReply.Refused(e.Fault);
            return null;
        }
        catch (SalesforceFaultException)
        {
            await DropAsync(ids, stop);
            throw;
        }
    }

    /// <summary>Salesforce, or the way to it, is well, and the same rows would be refused again.</summary>
    private static bool IsOfTheContent(SalesforceFault fault) =>
        fault.Code is FaultCode.Malformed or FaultCode.RefusedUnknown;

    private Task DropAsync(ImmutableArray<Guid> ids, CancellationToken stop)
    {
        var changes = new EmailChanges();
        changes.Drops.AddRange(ids);
        return scope.CommitAsync(changes, stop);
    }
}
