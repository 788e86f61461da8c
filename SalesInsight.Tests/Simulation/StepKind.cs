namespace SalesInsight.Tests.Simulation;

/// <summary>What can happen. Here is SalesInsight, there is Salesforce.</summary>
internal enum StepKind
{
    /// <summary>A run of rep A's connection by engine B.</summary>
    Run,

    /// <summary>A reading of the first org by engine B.</summary>
    ReadOrg,

    // people here
    HereAdd,
    HereEdit,

    /// <summary>Details longer than Salesforce's field.</summary>
    HereEditLong,
    HereComplete,
    HereReopen,
    HereNamePerson,
    HereDelete,
    HereRestore,
    HereSend,

    // people there
    ThereAdd,
    ThereEdit,
    ThereEditLate,

    /// <summary>A field back to the value it had before the last one.</summary>
    ThereRevert,
    ThereComplete,
    ThereReopen,
    ThereNamePerson,
    ThereDelete,
    ThereRestore,
    ThereReassign,
    ThereHide,
    ThereShow,
    ThereLock,
    ThereArchive,
    ThereAddForeign,
    ThereAddSeries,
    ThereEndSeries,
    ThereDeleteMany,
    ThereEmptyBin,

    /// <summary>A lead becomes a contact; what that does to its tasks is one of the orgs' unverified facts.</summary>
    ThereConvertLead,

    /// <summary>Two leads become one; the tasks of the one that is gone name the other.</summary>
    ThereMergeLeads,

    /// <summary>Salesforce forgets its delete log before its time.</summary>
    ThereForgetDeletes,

    /// <summary>Platform work on a record: its SystemModstamp moves and nothing else.</summary>
    ThereTouch,

    // settings and connection
    TurnOn,
    TurnOff,
    SetMode,
    SetTemplate,
    SetConflictRule,
    SetDeleteRule,
    AnswerHeld,
    ExpireSession,
    RevokeGrant,
    RevokeReader,
    Reconnect,
    ReconnectAsOther,
    ReconnectElsewhere,

    // what goes wrong
    Fault,
    Straggle,
    Kill,

    /// <summary>A process sleeps in the middle of a run; what is inside happens meanwhile.</summary>
    Nap,
    Wait,
}
