using SalesInsight.Sync.Reminders;

namespace SalesInsight.Sync.Reconciling;

/// <summary>
/// What both sides last agreed on, as two images: <c>Here</c> as we show it, <c>There</c> raw as Salesforce holds it.
/// Translation is not one-to-one; a raw value equal to <c>There</c> reads as <c>Here</c>, only a different one is
/// translated. Measured in the reference model: with one image, edits are lost (rules TwoImages, EditedByRaw).
/// </summary>
/// <param name="LastOpenStatus">The last open raw status seen: what reopening sends (design 5.7).</param>
/// <param name="Doubt">Pushes whose fate stayed unknown: what a later write beats there is recorded as a loser.</param>
internal sealed record TaskBase(
    TaskContent Here,
    SalesforceContent There,
    string? LastOpenStatus = null,
    Doubt Doubt = default);
