using System.Collections.Immutable;

namespace SalesInsight.Sync.Runs.Ports;

/// <summary>One failure of a call or of a row, classified in one pure place.</summary>
/// <param name="Code">What went wrong, in our words.</param>
/// <param name="Remedy">Who can do something about it.</param>
/// <param name="ErrorCode">Salesforce's own code, shown last and small; safe to log.</param>
/// <param name="RetryAfter">When to try again, if time cures it.</param>
/// <param name="Message">Salesforce's text (an admin's validation message): shown to the user, never logged.</param>
/// <param name="Fields">Salesforce field names the fault is about; empty when it names none.</param>
internal sealed record SalesforceFault(
    FaultCode Code, FaultRemedy Remedy, string ErrorCode, TimeSpan? RetryAfter, string? Message,
    ImmutableArray<string> Fields)
{
    public SalesforceFault(FaultCode code, FaultRemedy remedy, string errorCode)
        : this(code, remedy, errorCode, null, null, []) { }

    public bool Equals(SalesforceFault? other) => other is not null && (Code, Remedy, ErrorCode, RetryAfter, Message)
        == (other.Code, other.Remedy, other.ErrorCode, other.RetryAfter, other.Message)
        && Fields.SequenceEqual(other.Fields);

    public override int GetHashCode() => HashCode.Combine(Code, Remedy, ErrorCode);
}
