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
    HereComplete,
    HereReopen,
    HereDelete,
    HereRestore,
    HereSend,

    // people there
    ThereAdd,
    ThereEdit,
    ThereEditLate,
    ThereComplete,
    ThereReopen,
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
    Wait,
}
