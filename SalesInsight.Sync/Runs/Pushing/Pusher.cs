using System.Collections.Immutable;
using System.Diagnostics;
using SalesInsight.Sync.Ledger;
using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Applying;
using SalesInsight.Sync.Runs.Deciding;
using SalesInsight.Sync.Runs.Ports;

namespace SalesInsight.Sync.Runs.Pushing;

/// <summary>
/// Sends what was decided, one call at a time: (1) a local transaction writes the intents and the losers, (2) the call,
/// (3) a local transaction commits what came of it against the rows as they are by then.
/// </summary>
internal sealed class Pusher(RunScope scope)
{
    /// <summary>One write call's worth of pushes.</summary>
    public async Task PushAsync(IReadOnlyList<Push> call, CancellationToken stop)
    {
        await scope.CheckAsync(stop);
        var (pushes, intentAt) = await WriteIntentsAsync(call, stop);
        if (pushes.Count == 0) return;
        await scope.CheckAsync(stop);
        // an aged intent is not sent
        if (scope.Now - intentAt > scope.Services.Times.SendWindow) throw new GaveWayException();

        var reply = await SendAsync(pushes, stop);
        scope.Learnt(reply.ServerTime);
        await CommitAsync(pushes, reply, stop);
    }

    private async Task<(List<Push> Pushes, DateTimeOffset At)> WriteIntentsAsync(
        IReadOnlyList<Push> call, CancellationToken stop)
    {
        await using var transaction = await scope.BeginAsync(stop);
        var fresh = await transaction.LoadAsync([.. call.Select(p => p.TaskId)], stop);
        var at = scope.Now;
        var pushes = new List<Push>(call.Count);
        foreach (var push in call)
        {
            if (!fresh.TryGetValue(push.TaskId, out var row) || !IsAsStaged(push, row)) continue;
            pushes.Add(push);
            transaction.Put(push.Intent(scope.Facts, at));
            NoteLosers(transaction, push, row);
            if (row.Link is { } link) transaction.Put(AtIntent(push, link));
        }
        await transaction.CommitAsync(stop);
        return (pushes, at);
    }

    /// <summary>A row that changed since it was staged is decided again by the next run.</summary>
    private static bool IsAsStaged(Push push, StagedTask row) => push.IsAgain
        ? row.Intent?.Kind == PushKind.Create
        : row.Intent is null && row.Task.Version == push.Plan.Row.Task.Version;

    private static TaskLink AtIntent(Push push, TaskLink link)
    {
        var certain = link with { Base = link.Base with { Doubt = link.Base.Doubt with { Delete = false } } };
        return push.Kind == PushKind.Create && link.State == LinkState.Active
            ? LinkChanges.Retire(certain) with { BinNoted = true }
            : certain;
    }

    private void NoteLosers(IRunTransaction transaction, Push push, StagedTask row)
    {
        var decision = push.Plan.Decision;
        if (decision.Conflicts.IsEmpty || push.IsAgain) return;
        transaction.Append(scope.Record(row.Task, row.Link?.SalesforceId, new(
            DecisionOutcome.Noted, decision.Reason, push.Fields, decision.Conflicts, [])));
    }

    private async Task<WriteReply> SendAsync(List<Push> pushes, CancellationToken stop)
    {
        try
        {
            var connection = scope.Facts.Connection;
            return await scope.Session.WriteAsync(new([.. pushes.Select(p => p.Request(connection))]), stop);
        }
        catch (SalesforceFaultException fault) when (fault.Delivery == Delivery.NotDelivered)
        {
            await using var transaction = await scope.BeginAsync(stop);
            foreach (var push in pushes.Where(p => !p.IsAgain)) transaction.ClearIntent(push.TaskId);
            await transaction.CommitAsync(stop);
            throw;
        }
    }

    private async Task CommitAsync(List<Push> pushes, WriteReply reply, CancellationToken stop)
    {
        if (reply.Outcomes.Length != pushes.Count)
            throw new UnreachableException($"{pushes.Count} rows sent, {reply.Outcomes.Length} outcomes came back");
        try
        {
            await using var transaction = await scope.BeginAsync(stop);
            var fresh = await transaction.LoadAsync([.. pushes.Select(p => p.TaskId)], stop);
            foreach (var (push, outcome) in pushes.Zip(reply.Outcomes))
                if (fresh.TryGetValue(push.TaskId, out var row)) Commit(transaction, push, row, outcome, reply);
            await transaction.CommitAsync(stop);
        }
        catch (LeaseLostException)
        {
            await scope.Services.Store.AppendAsync(Overwritten(pushes, reply), stop);
            throw;
        }
    }

    private void Commit(
        IRunTransaction transaction, Push push, StagedTask row, WriteReply.Outcome outcome, WriteReply reply)
    {
        switch (outcome)
        {
            case WriteReply.Done done:
                scope.Write(transaction, row, PushCommit.Done(
                    push, row, done.SalesforceId, PreImage(push, reply), scope.Facts));
                transaction.ClearIntent(push.TaskId);
                if (row.Parking is { } parking && !IsLeftParked(push, parking)) transaction.ClearParking(push.TaskId);
                break;
            case WriteReply.Refused { Fault.Code: FaultCode.DuplicateId } when push.Kind == PushKind.Create:
                if (row.Intent is { } intent) transaction.Put(intent with { DuplicateSeen = true });
                break;
            case WriteReply.Refused refused:
                Refuse(transaction, push, row, refused.Fault, PreImage(push, reply) is not null);
                break;
            case WriteReply.Unknown:
                break;                                             // the intent stays; the next run looks
            default:
                throw new UnreachableException();
        }
    }

    private void Refuse(
        IRunTransaction transaction, Push push, StagedTask row, SalesforceFault fault, bool wasShown)
    {
        var looksAgain = PushCommit.LooksAgain(push, fault, wasShown);
        scope.Write(transaction, row, PushCommit.Refused(push, row, fault, looksAgain, scope.Facts));
        transaction.ClearIntent(push.TaskId);
        if (looksAgain) return;
        var parking = Parkings.Park(push.Plan, push.Fields, fault, scope.Facts);
        transaction.Put(parking);
        scope.Tally.WaitUntil(parking.RetryAt);
    }

    private static bool IsLeftParked(Push push, Parking parking) =>
        !parking.Fields.IsEmpty && parking.Fields.Except(push.Fields) == parking.Fields
        && push.Kind != PushKind.Delete;

    private static SalesforceTask? PreImage(Push push, WriteReply reply) =>
        push.Kind == PushKind.Create ? null : reply.PreImages
            .GetValueOrDefault(push.Plan.Row.Link!.SalesforceId)?.Remembering(push.Plan.Raw);

    /// <summary>
    /// What our writes replaced although this run may commit nothing more: the ledger needs no epoch.
    /// </summary>
    private ImmutableArray<DecisionRecord> Overwritten(List<Push> pushes, WriteReply reply)
    {
        var records = ImmutableArray.CreateBuilder<DecisionRecord>();
        foreach (var (push, outcome) in pushes.Zip(reply.Outcomes))
        {
            if (outcome is not WriteReply.Done || PreImage(push, reply) is not { } before) continue;
            var fields = push.Kind == PushKind.Delete ? FieldSet.All : push.Fields;
            ImmutableArray<Conflict> losers = [.. before.Content.DifferingFrom(push.Plan.Raw).Each()
                .Where(f => fields.Contains(f) && before.Content[f] != push.Sent[f])
                .Select(f => new Conflict(f, Side.Salesforce, before.Content[f], push.Agreed[f]))];
            if (losers.IsEmpty) continue;
            records.Add(scope.Record(push.Plan.Row.Task, before.Id, new(
                DecisionOutcome.Noted, ReasonCode.ConflictWonHere, fields, losers, [])));
        }
        return records.ToImmutable();
    }
}
