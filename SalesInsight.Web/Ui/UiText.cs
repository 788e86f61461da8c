namespace SalesInsight.Web.Ui;

/// <summary>Names the texts in <c>UiText.resx</c>.</summary>
internal sealed class UiText;
