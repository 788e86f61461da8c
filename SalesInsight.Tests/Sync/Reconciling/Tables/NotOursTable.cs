using SalesInsight.Sync.Reconciling;

namespace SalesInsight.Tests.Sync.Reconciling.Tables;

/// <summary>Which records are not ours to touch (design 5.10, 5.13).</summary>
internal static class NotOursTable
{
    private const string Me = "005000000000001AAA", Install = "0123456789abcdef0123456789abcdef-";
    private const string OurTask = Install + "ffffffffffffffffffffffffffffffff";
    private const string AnotherInstall = "fedcba9876543210fedcba9876543210-ffffffffffffffffffffffffffffffff";

    private static readonly RecordTraits Plain =
        new(false, Me, false, false, false, "Task", Words.At, null, null);

    private static readonly RecordTraits Closed = Plain with { IsClosed = true };

    public static IReadOnlyList<Claim> Claims { get; } =
    [
        Ask("an open task of mine is ours", Plain, null),
        Ask("a task without a subtype is ours", Plain with { TaskSubtype = null }, null),
        Ask("the master of a series is not ours", Plain with { IsRecurrence = true }, ReasonCode.NotOursSeries),
        Ask("the master of a series is not ours, linked or not",
            Plain with { IsRecurrence = true, IsLinked = true }, ReasonCode.NotOursSeries),
        Ask("an archived task is not ours", Plain with { IsArchived = true }, ReasonCode.NotOursArchived),
        Ask("an archived task is not ours any more, linked or not",
            Plain with { IsArchived = true, IsLinked = true }, ReasonCode.NotOursArchived),
        Ask("a task of a queue is not ours", Plain with { OwnerId = "00G000000000001AAA" }, ReasonCode.NotOursOwner),
        Ask("a task of another user is not ours", Plain with { OwnerId = "005000000000002AAA" },
            ReasonCode.NotOursOwner),
        Ask("a linked task of another user is the link's business (reassigned)",
            Plain with { OwnerId = "005000000000002AAA", IsLinked = true }, null),
        Ask("a task with another install's id is not ours", Plain with { ExternalId = AnotherInstall },
            ReasonCode.NotOursInstall),
        Ask("a task with our own id is ours", Plain with { ExternalId = OurTask }, null),
        Ask("our own id in capitals is ours", Plain with { ExternalId = OurTask.ToUpperInvariant() }, null),
        Ask("a note somebody typed into the id field says nothing", Plain with { ExternalId = "see the file" }, null),
        Ask("a logged email is not ours", Closed with { TaskSubtype = "Email" }, ReasonCode.NotOursLogged),
        Ask("a logged call is not ours", Closed with { TaskSubtype = "Call" }, ReasonCode.NotOursLogged),
        Ask("a call still to be made is ours", Plain with { TaskSubtype = "Call" }, null),
        Ask("a linked call that was completed stays ours", Closed with { TaskSubtype = "Call", IsLinked = true }, null),
        Ask("completed 60 s after its creation: logged, not done",
            Closed with { CompletedDateTime = Words.At.AddSeconds(60) }, ReasonCode.NotOursLogged),
        Ask("completed 61 s after its creation: done, so ours",
            Closed with { CompletedDateTime = Words.At.AddSeconds(61) }, null),
        Ask("completed at once, but linked: ours",
            Closed with { CompletedDateTime = Words.At, IsLinked = true }, null),
        Ask("closed with no completion time: ours", Closed, null),
    ];

    private static Claim Ask(string says, RecordTraits record, ReasonCode? reason) =>
        Claim.Of(says, reason, core => core.NotOurs(record, Me, Install));
}
