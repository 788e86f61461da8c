using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;
using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Runs.TaskList;

namespace SalesInsight.Web.CommandCenter.Words;

/// <summary>
/// Says where a task stands with Salesforce and why. Whatever Salesforce says is plain text and is quoted, cut and
/// encoded like any other.
/// </summary>
internal sealed partial class SyncWords(IStringLocalizer<SyncText> text)
{
    private const int MessageLengthMax = 300;

    public string Glyph(SyncGlyph glyph) => text[$"Glyph.{glyph}"];

    /// <summary>A whole sentence.</summary>
    public string Reason(ReasonCode reason) => text[$"Reason.{reason}"];

    /// <summary>The reason as its small last word: IN_STEP.</summary>
    public static string Code(ReasonCode reason) => Humps().Replace(reason.ToString(), "_").ToUpperInvariant();

    /// <summary>Part of a sentence, to follow a colon; Salesforce's own text where that is what helps.</summary>
    public string Fault(FaultCode fault, string? message = null) => message is { Length: > 0 } && IsAdminsText(fault)
        ? text[$"Fault.{fault}.Says", Cut(message)]
        : text[$"Fault.{fault}"];

    /// <summary>The same as a sentence of its own.</summary>
    public string FaultSentence(FaultCode fault, string? message = null)
    {
        var clause = Fault(fault, message);
        return $"{char.ToUpperInvariant(clause[0])}{clause[1..]}{(clause[^1] is '”' or '.' ? "" : ".")}";
    }

    /// <summary>Who can do something about it, and what; a whole sentence.</summary>
    public string Cure(FaultCode fault) => text[$"Cure.{fault}"];

    /// <summary>One sentence for the tooltip.</summary>
    public string Explain(TaskSyncState sync) => sync switch
    {
        { Glyph: SyncGlyph.Parked, Fault: { } fault } => FaultSentence(fault, sync.Message),
        { Glyph: SyncGlyph.Sending or SyncGlyph.InStep or SyncGlyph.Off } => text[$"Glyph.{sync.Glyph}.More"],
        _ => Reason(sync.Reason),
    };

    /// <summary>First line of the tooltip: the state, and since when.</summary>
    public string Title(TaskSyncState sync, string? age) => age is null
        ? Glyph(sync.Glyph)
        : sync.Glyph is SyncGlyph.InStep ? text["Glyph.InStep.AsOf", age] : text["Glyph.Since", Glyph(sync.Glyph), age];

    /// <summary>Messages that an admin of the org wrote, so that they mean something to a rep.</summary>
    private static bool IsAdminsText(FaultCode fault) =>
        fault is FaultCode.ValidationRule or FaultCode.OrgAutomation or FaultCode.DuplicateRule
            or FaultCode.RequiredField or FaultCode.RefusedUnknown;

    private static string Cut(string message) =>
        message.Length <= MessageLengthMax ? message : string.Concat(message.AsSpan(0, MessageLengthMax - 1), "…");

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])")]
    private static partial Regex Humps();
}
