namespace SalesInsight.Web.CommandCenter;

/// <summary>Names the texts in <c>CommandCenterText.resx</c>.</summary>
internal sealed class CommandCenterText;
