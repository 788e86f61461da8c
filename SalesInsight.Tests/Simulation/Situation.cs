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
    FenceHeld,
    MassDeletion,
    ModeChanged,
    TemplateChanged,
    RotationRaced,
    GrantRevoked,
    Fault,
    LoserRecorded,
    LeaseHeldElsewhere,
    EditInWindow,
}
