namespace SalesInsight.Web.Connection;

/// <summary>Names the texts in <c>ConnectionText.resx</c>.</summary>
internal sealed class ConnectionText;
