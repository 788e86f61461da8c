namespace SalesInsight.Web.Settings.EmailLogging;

/// <summary>Names the texts in <c>EmailCardText.resx</c>.</summary>
internal sealed class EmailCardText;
