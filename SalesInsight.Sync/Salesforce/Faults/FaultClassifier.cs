using System.Diagnostics;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Salesforce.Wire;

namespace SalesInsight.Sync.Salesforce.Faults;

/// <summary>
/// The one place that says what a failure means and who can cure it. Pure. HTTP status first, code second; a code
/// nobody knows yet is permanent for its record under 4xx and worth another try under 5xx (facts 3.1: new codes appear
/// with every release).
/// </summary>
internal static class FaultClassifier
{
    /// <summary>Two refusals of a session that no refresh cures; refreshing on them would go on for ever.</summary>
    private static readonly string[] Incurable =
        ["This session is not valid for use with the REST API", "Connected app is not attached to Agent"];

    public static SalesforceFault Classify(FaultEvidence evidence) => evidence switch
    {
        FaultEvidence.Call call => ClassifyCall(call),
        FaultEvidence.Row row => ClassifyRow(row.Errors),
        FaultEvidence.Login login => LoginFaults.Classify(login),
        FaultEvidence.Transport transport => Retry(
            FaultCode.Unreachable, TransportCode(transport.Failure), KnownFaults.OutagePause, null),
        _ => throw new UnreachableException(),
    };

    private static SalesforceFault ClassifyCall(FaultEvidence.Call call)
    {
        var error = call.Errors.FirstOrDefault();
        if (call.Status == 401) return ClassifyUnauthorized(call, error);
        if (call.Status >= 500 || call.IsPage || call.Status is 406 or 408 or 420 or 425 or 429)
            return ClassifyOutage(call, error);
        if (error is not null && Known(error.Code) is { } known) return Make(known, error, call.RetryAfter);
        return ClassifyByStatus(call.Status, error);
    }

    private static SalesforceFault ClassifyUnauthorized(FaultEvidence.Call call, ErrorItem? error)
    {
        if (error is not null && Incurable.Any(i => error.Message.Contains(i, StringComparison.OrdinalIgnoreCase)))
            return Make(new KnownFault(FaultCode.ClientRefused, FaultRemedy.NeedsAdmin), error, null);
        if (error is not null && Known(error.Code) is { } known) return Make(known, error, call.RetryAfter);
        return Make(KnownFaults.ByCode["INVALID_SESSION_ID"], error ?? Nameless(401), null);
    }

    /// <summary>An outage stays an outage whatever its body claims; the body may only name a better reason.</summary>
    private static SalesforceFault ClassifyOutage(FaultEvidence.Call call, ErrorItem? error)
    {
        if (error is not null && Known(error.Code) is { Remedy: FaultRemedy.RetryAfter } known)
            return Make(known, error, call.RetryAfter);
        var slow = call.Status is 429 or 420;
        return Retry(
            slow ? FaultCode.SlowDown : FaultCode.Unreachable,
            Loggable(error?.Code ?? Nameless(call.Status).Code),
            call.RetryAfter ?? (slow ? KnownFaults.SlowDownPause : KnownFaults.OutagePause),
            null);
    }

    private static SalesforceFault ClassifyByStatus(int status, ErrorItem? error) =>
        Make(
            status switch
            {
                300 => KnownFaults.ByCode["DUPLICATE_EXTERNAL_ID"],
                403 => KnownFaults.ByCode["FORBIDDEN"],
                404 => KnownFaults.ByCode["NOT_FOUND"],
                405 or 411 or 413 or 414 or 415 or 431 => KnownFaults.ByCode["METHOD_NOT_ALLOWED"],
                >= 200 and < 400 => KnownFaults.ByCode["SERVER_UNAVAILABLE"],
                _ => new KnownFault(FaultCode.RefusedUnknown, FaultRemedy.NeedsUser),
            },
            error ?? Nameless(status),
            null);

    private static SalesforceFault ClassifyRow(IReadOnlyList<ErrorItem> errors)
    {
        var error = errors.FirstOrDefault() ?? Nameless(400);
        return Make(
            Known(error.Code) ?? new KnownFault(FaultCode.RefusedUnknown, FaultRemedy.NeedsUser),
            error with { Fields = [.. errors.SelectMany(e => e.Fields).Distinct(StringComparer.Ordinal)] },
            null);
    }

    private static KnownFault? Known(string code) => KnownFaults.ByCode.GetValueOrDefault(code);

    private static SalesforceFault Make(KnownFault known, ErrorItem error, TimeSpan? retryAfter)
    {
        var exact = error.Code == "REQUEST_LIMIT_EXCEEDED" ? WhichLimit(error.Message) : known;
        var pause = exact.Remedy == FaultRemedy.RetryAfter ? retryAfter ?? exact.RetryAfter : null;
        return new SalesforceFault(
            exact.Code, exact.Remedy, Loggable(error.Code), pause, ForUser(error.Message), [.. error.Fields]);
    }

    /// <summary>One code for the day's allowance and for too many long calls at once; only the text differs.</summary>
    private static KnownFault WhichLimit(string message) =>
        message.Contains("TotalRequests", StringComparison.OrdinalIgnoreCase)
            ? new KnownFault(FaultCode.DailyLimit, FaultRemedy.RetryAfter, KnownFaults.DailyLimitPause)
            : new KnownFault(FaultCode.SlowDown, FaultRemedy.RetryAfter, KnownFaults.SlowDownPause);

    private static SalesforceFault Retry(FaultCode code, string errorCode, TimeSpan pause, string? message) =>
        new(code, FaultRemedy.RetryAfter, errorCode, pause, message, []);

    private static string TransportCode(TransportFailure failure) => failure switch
    {
        TransportFailure.NoConnection => "NO_CONNECTION",
        TransportFailure.Cut => "CONNECTION_CUT",
        TransportFailure.Timeout => "TIMEOUT",
        TransportFailure.Garbage => "NOT_AN_ANSWER",
        _ => throw new UnreachableException(),
    };

    private static ErrorItem Nameless(int status) => new(FormattableString.Invariant($"HTTP_{status}"), "", []);

    private static string? ForUser(string message) => message.Length == 0 ? null : message;

    /// <summary>Codes go into logs, so text that does not look like one stays out.</summary>
    private static string Loggable(string code) =>
        code.Length is > 0 and <= 80 && code.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-') ? code : "OTHER";
}
