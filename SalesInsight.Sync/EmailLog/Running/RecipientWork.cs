using SalesInsight.Sync.EmailLog.Outbox;
using SalesInsight.Sync.Runs;
using SalesInsight.Sync.Runs.Ports;

namespace SalesInsight.Sync.EmailLog.Running;

/// <summary>
/// One mail and one of its addresses while a run is at it: counts the records it is waiting for, and says where it
/// stands once the last is known.
/// </summary>
internal sealed class RecipientWork(StagedEmail mail, StagedEmail.Recipient recipient)
{
    private int _open;
    private bool _isLogged, _isElsewhere;
    private (EmailReason Reason, DateTimeOffset? Until)? _wait;
    private (EmailReason Reason, SalesforceFault Fault)? _refusal;

    public StagedEmail Mail => mail;

    public StagedEmail.Recipient Recipient => recipient;

    /// <summary>What the rule says; the reason once it is logged.</summary>
    public EmailReason Reason { get; set; }

    /// <summary>Nothing of it is to be sent any more.</summary>
    public bool IsOver => _open == 0;

    public void Await() => _open++;

    public void Logged() => (_open, _isLogged) = (_open - 1, true);

    /// <summary>What it waited for before it could be logged is there.</summary>
    public void Arrived() => _open--;

    /// <summary>The person has this mail already, by somebody else's doing.</summary>
    public void LoggedElsewhere() => (_open, _isElsewhere) = (_open - 1, true);

    /// <summary>Nobody knows yet, or it is somebody else's turn.</summary>
    /// <param name="reason">Uncertain or waiting.</param>
    /// <param name="until">Not before; null: with the next run.</param>
    public void Wait(EmailReason reason, DateTimeOffset? until) => (_open, _wait) = (_open - 1, (reason, until));

    public void Refused(EmailReason reason, SalesforceFault fault) =>
        (_open, _refusal) = (_open - 1, (reason, fault));

    /// <summary>Where it stands now. What may still come keeps it waiting, even where something is logged.</summary>
    public Settlement Settle(DateTimeOffset now)
    {
        var (email, address) = (mail.Id, recipient.Address.Key);
        if (_wait is { } wait)
            return new(email, address, EmailState.Waiting, wait.Reason, Reason, RetryAt: wait.Until,
                Attempts: recipient.Attempts);
        if (_refusal is { } refusal && TimeMayCure(refusal.Fault))
            return new(email, address, EmailState.Waiting, EmailReason.TryingAgain, Reason, refusal.Fault,
                now + Pause(refusal.Fault), recipient.Attempts + 1);
        if (_isLogged) return new(email, address, EmailState.Logged, Reason);
        if (_isElsewhere) return new(email, address, EmailState.Logged, EmailReason.AlreadyLogged);
        return _refusal is { } final
            ? new(email, address, EmailState.NotLogged, final.Reason, null, final.Fault, Attempts: recipient.Attempts)
            : new(email, address, EmailState.NotLogged, Reason);
    }

    /// <summary>A person who was merged or converted since the match is found anew, once.</summary>
    private bool TimeMayCure(SalesforceFault fault) => recipient.Attempts + 1 < LogLimits.AttemptsMax
        && (fault.Remedy == FaultRemedy.RetryAfter
            || (recipient.Attempts == 0 && fault.Code is FaultCode.BrokenReference or FaultCode.RowDeleted));

    private TimeSpan Pause(SalesforceFault fault)
    {
        var pause = RunLimits.RetryFirst * Math.Pow(2, recipient.Attempts);
        if (fault.RetryAfter > pause) return fault.RetryAfter.Value;
        return pause < RunLimits.RetryMax ? pause : RunLimits.RetryMax;
    }
}
