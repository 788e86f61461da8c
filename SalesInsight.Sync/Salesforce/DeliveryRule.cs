using System.Diagnostics;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Salesforce.Faults;
using SalesInsight.Sync.Salesforce.Wire;

namespace SalesInsight.Sync.Salesforce;

/// <summary>
/// Whether a write that failed may have been acted upon. Pure. When in doubt it may: the engine then keeps its intent
/// and looks, which costs a call; the other mistake would cost a duplicate or a lost edit.
/// </summary>
internal static class DeliveryRule
{
    public static Delivery Of(Reply reply) => reply switch
    {
        Reply.NotSent => Delivery.NotDelivered,
        Reply.Lost => Delivery.Unknown,
        Reply.Answered answer => OfAnswer(answer),
        _ => throw new UnreachableException(),
    };

    private static Delivery OfAnswer(Reply.Answered answer) => answer.Status switch
    {
        // The edge found no instance to pass it on to (facts 2.1).
        420 => Delivery.NotDelivered,
        408 => Delivery.Unknown,
        >= 300 and < 400 => Delivery.NotDelivered,
        >= 400 and < 500 => RanTooLong(answer) ? Delivery.Unknown : Delivery.NotDelivered,
        _ => Delivery.Unknown,
    };

    /// <summary>Ten minutes are counted over the whole call, so its first steps may have been kept.</summary>
    private static bool RanTooLong(Reply.Answered answer) =>
        ErrorBody.Read(answer.Body).Any(e => e.Code is "QUERY_TIMEOUT" or "REQUEST_RUNNING_TOO_LONG"
            || KnownFaults.ByCode.GetValueOrDefault(e.Code) is { Code: FaultCode.Unreachable });
}
