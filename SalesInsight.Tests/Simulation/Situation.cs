namespace SalesInsight.Tests.Simulation;

/// <summary>What a simulation counts.</summary>
internal enum Situation
{
    DeleteDuringPush,
    LostCreateReply,
    StolenLease,
    EditBetweenReadAndWrite,
    Reassignment,
    Restore,
    ReconnectToAnotherOrg,
    ReconnectAsAnotherUser,
    LostUpdateReply,
    LateArrival,
    Kill,
    LateCommit,
    RightsRemoved,
    Archiving,
    Series,
    MassDeletion,
    ModeChanged,
    TemplateChanged,
    GrantRevoked,
    Fault,
    LeaseHeldElsewhere,
    EditInWindow,
    OrgRead,
    RunWithoutACall,
    Nap,
    PlatformWork,
    Reversion,
    LongDetails,
}
