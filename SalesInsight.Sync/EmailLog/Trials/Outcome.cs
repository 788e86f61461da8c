using System.Collections.Immutable;
using System.Diagnostics;
using SalesInsight.Sync.EmailLog.Deciding;
using SalesInsight.Sync.EmailLog.Outbox;
using SalesInsight.Sync.Settings;

namespace SalesInsight.Sync.EmailLog.Trials;

/// <summary>What was, or would be, made of one mail for one address; comparable. Pure.</summary>
/// <param name="IsLogged">The rule said to log it, whatever Salesforce said then.</param>
/// <param name="Reason">Exactly one.</param>
/// <param name="Places">Where; null: not known, as with a lead that is still to be made.</param>
internal sealed record Outcome(bool IsLogged, EmailReason Reason, ImmutableArray<RecordedEmail.Place>? Places)
{
    public static Outcome Of(RecordedEmail.Recipient recorded) => recorded switch
    {
        // the rule wanted it there, Salesforce did not: other rules would not change that
        { Reason: EmailReason.Refused or EmailReason.LeadRefused } => new(true, recorded.Reason, null),
        { State: EmailState.Logged, Places.IsEmpty: false } => new(true, recorded.Reason, recorded.Places),
        { State: EmailState.Logged } => new(true, recorded.Reason, null),
        _ => new(false, recorded.Reason, null),
    };

    /// <param name="decision">Of the rule.</param>
    /// <param name="related">Each contact's open opportunity.</param>
    /// <param name="rule">Whether it counts.</param>
    public static Outcome Of(
        LogDecision decision, ImmutableDictionary<string, string> related, EmailSettings rule) => decision switch
    {
        LogDecision.Log log => new(true, log.Reason,
        [
            .. log.Targets.Select(t => new RecordedEmail.Place(
                t.PersonId, rule.RelatedOpportunity ? related.GetValueOrDefault(t.PersonId) : null)),
        ]),
        LogDecision.LogAlone => new(true, decision.Reason, [new RecordedEmail.Place(null, null)]),
        LogDecision.CreateLead => new(true, decision.Reason, null),
        LogDecision.DoNotLog => new(false, decision.Reason, null),
        _ => throw new UnreachableException(),
    };

    /// <summary>How another outcome differs from this one.</summary>
    public EmailReplay.Change To(Outcome other) => (IsLogged, other.IsLogged) switch
    {
        (false, true) => EmailReplay.Change.NewlyLogged,
        (true, false) => EmailReplay.Change.NoLongerLogged,
        (true, true) when Places is { } here && other.Places is { } there && !here.ToHashSet().SetEquals(there) =>
            EmailReplay.Change.Elsewhere,
        (false, false) when Reason != other.Reason => EmailReplay.Change.OtherReason,
        _ => EmailReplay.Change.None,
    };
}
