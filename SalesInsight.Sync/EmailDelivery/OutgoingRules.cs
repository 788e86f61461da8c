using static SalesInsight.Sync.EmailDelivery.OutgoingEmail;

namespace SalesInsight.Sync.EmailDelivery;

/// <summary>What may be done with a mail in each state; pure. Whatever is being handed over is left alone.</summary>
internal static class OutgoingRules
{
    public static bool CanEdit(State state) =>
        state is State.Draft or State.Scheduled or State.Waiting or State.Undelivered;

    /// <summary>A sent mail goes out once more only to the addresses that were refused.</summary>
    public static bool CanSend(State state, Failure? problem) => CanEdit(state) || IsRefusedInPart(state, problem);

    public static bool CanTakeBack(State state) => state is State.Scheduled or State.Waiting;

    public static bool CanConfirm(State state, Failure? problem) =>
        state == State.Undelivered && problem == Failure.FateOpen;

    public static bool CanArchive(State state) => state is State.Draft or State.Sent or State.Undelivered;

    public static bool CanDelete(State state) => state != State.Sending;

    public static bool IsRefusedInPart(State state, Failure? problem) =>
        state == State.Sent && problem == Failure.RefusedInPart;
}
