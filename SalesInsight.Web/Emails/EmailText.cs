namespace SalesInsight.Web.Emails;

/// <summary>Names the texts in <c>EmailText.resx</c>.</summary>
internal sealed class EmailText;
