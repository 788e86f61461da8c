namespace SalesInsight.Sync.Runs.Ports;

/// <summary>A whole call failed. Its message carries codes only, so that it may be logged.</summary>
/// <param name="fault">What went wrong.</param>
/// <param name="delivery">Whether Salesforce may have acted on the request.</param>
internal sealed class SalesforceFaultException(SalesforceFault fault, Delivery delivery, Exception? inner = null)
    : Exception($"{fault.Code} ({fault.ErrorCode}), {fault.Remedy}, {delivery}", inner)
{
    public SalesforceFault Fault => fault;

    public Delivery Delivery => delivery;
}
