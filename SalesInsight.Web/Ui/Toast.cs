namespace SalesInsight.Web.Ui;

/// <summary>A short message at the bottom centre, gone after 8 s unless hovered or focused.</summary>
/// <param name="Text">One sentence, already localised.</param>
/// <param name="ActionText">The one button, usually Undo; null: none.</param>
/// <param name="Action">What the button does; the toast goes first.</param>
/// <param name="IsBad">Something was not done; shows a warning sign.</param>
internal sealed record Toast(
    string Text, string? ActionText = null, Func<Task>? Action = null, bool IsBad = false);
