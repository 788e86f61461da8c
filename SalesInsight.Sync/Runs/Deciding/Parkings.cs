using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Ports;

namespace SalesInsight.Sync.Runs.Deciding;

/// <summary>When a refused outgoing value is parked, and until when; pure (design 5.15).</summary>
internal static class Parkings
{
    /// <summary>Salesforce's names of the fields in step, to park only the fields a refusal names.</summary>
    private static readonly Dictionary<string, TaskField> FieldNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Subject"] = TaskField.Subject, ["Status"] = TaskField.Status, ["Priority"] = TaskField.Priority,
        ["ActivityDate"] = TaskField.DueDate, ["Description"] = TaskField.Details,
        ["WhoId"] = TaskField.Person, ["WhatId"] = TaskField.Related,
    };

    /// <summary>True while nothing the refusal rested on has changed.</summary>
    public static bool Holds(StagedTask row, Sighting sighting, RunFacts facts)
    {
        if (row.Parking is not { } parking) return false;
        if (parking.LocalVersion != row.Task.Version || parking.SettingsVersion != facts.Settings.Version) return false;
        if (parking.RetryAt is { } at && facts.Now >= at) return false;
        return sighting is not Sighting.Seen seen || parking.Touch is null
            || parking.Touch == seen.Row.LastModifiedDate;
    }

    /// <summary>The person it names is not there under this id: they may live on under another (design 5.16).</summary>
    public static bool IsPersonGone(Parking parking) => IsPersonGone(parking.Fault, parking.Fields);

    private static bool IsPersonGone(SalesforceFault fault, FieldSet fields) =>
        fault.Code is FaultCode.BrokenReference or FaultCode.RowDeleted && fields.Contains(TaskField.Person);

    public static Parking Park(RowPlan plan, FieldSet sent, SalesforceFault fault, RunFacts facts)
    {
        var attempts = plan.Row.Parking is { } before && before.LocalVersion == plan.Row.Task.Version
            ? before.Attempts + 1
            : 1;
        var named = FieldSet.None;
        foreach (var name in fault.Fields)
            if (FieldNames.TryGetValue(name, out var field)) named = named.Add(field);
        var fields = named.IsEmpty ? sent : named;
        return new Parking(
            plan.Row.Task.Id,
            facts.Connection.Id,
            fields,
            fault,
            plan.Row.Task.Version,
            (plan.Sighting as Sighting.Seen)?.Row.LastModifiedDate,
            facts.Settings.Version,
            facts.Now,
            RetryIn(fault, fields, attempts) is { } wait ? facts.Now + wait : null,
            attempts);
    }

    public static ReasonCode Reason(SalesforceFault fault) => fault.Code switch
    {
        FaultCode.ValidationRule or FaultCode.RequiredField or FaultCode.OrgAutomation or FaultCode.DuplicateRule =>
            ReasonCode.RefusedByRule,
        FaultCode.NoAccess or FaultCode.FieldReadOnly or FaultCode.FieldHidden or FaultCode.RowNotFound =>
            ReasonCode.RefusedByRights,
        FaultCode.DuplicateId => ReasonCode.DuplicateOutOfSight,
        _ when fault.Remedy == FaultRemedy.RetryAfter => ReasonCode.RefusedForNow,
        _ => ReasonCode.RefusedValue,
    };

    private static TimeSpan? RetryIn(SalesforceFault fault, FieldSet fields, int attempts) => fault switch
    {
        { Remedy: FaultRemedy.RetryAfter } => Wait(fault, attempts),
        _ when IsPersonGone(fault, fields) => TimeSpan.Zero,            // before that it is asked who they are
        _ when Reason(fault) == ReasonCode.RefusedByRights => RunLimits.RightsAgain,
        _ => null,
    };

    private static TimeSpan Wait(SalesforceFault fault, int attempts)
    {
        const int doublingsMax = 7;                                    // 30 s * 2^7 is more than an hour
        var wait = RunLimits.RetryFirst * (1 << Math.Min(attempts - 1, doublingsMax));
        if (fault.RetryAfter is { } asked && asked > wait) wait = asked;
        return wait < RunLimits.RetryMax ? wait : RunLimits.RetryMax;
    }
}
