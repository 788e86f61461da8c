namespace SalesInsight.Web.Api;

/// <summary>Names the texts in <c>ApiText.resx</c>.</summary>
internal sealed class ApiText;
