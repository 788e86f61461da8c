using SalesInsight.Sync.Salesforce.Faults;

namespace SalesInsight.Sync.Salesforce.Wire;

/// <summary>How one HTTP exchange ended. Whether anything left this machine is part of the answer.</summary>
internal abstract record Reply
{
    private Reply()
    {
    }

    /// <summary>An answer came, whatever it says.</summary>
    /// <param name="Status">HTTP status.</param>
    /// <param name="Body">Text, unpacked; empty for none.</param>
    /// <param name="ServerTime">The Date header: the other side's clock, whole seconds, UTC.</param>
    /// <param name="Usage">Calls used and allowed in 24 hours, if told.</param>
    /// <param name="RetryAfter">The header, if it gives a span.</param>
    internal sealed record Answered(
        int Status, string Body, DateTimeOffset? ServerTime, (int Used, int Max)? Usage, TimeSpan? RetryAfter) : Reply
    {
        public bool IsSuccess => Status is >= 200 and < 300;

        public bool IsPage =>
            Body.AsSpan().TrimStart() is var start
            && (start.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase)
                || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase));

        /// <summary>Keeps bodies out of logs and exception texts.</summary>
        public override string ToString() => FormattableString.Invariant($"HTTP {Status}");
    }

    /// <summary>No connection was made; nothing was sent.</summary>
    internal sealed record NotSent : Reply;

    /// <summary>Something was sent, and no whole answer came back.</summary>
    internal sealed record Lost(TransportFailure Failure) : Reply;
}
