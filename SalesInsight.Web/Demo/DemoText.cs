namespace SalesInsight.Web.Demo;

/// <summary>Names the texts in <c>DemoText.resx</c>.</summary>
internal sealed class DemoText;
