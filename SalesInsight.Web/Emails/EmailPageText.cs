namespace SalesInsight.Web.Emails;

/// <summary>Names the texts in <c>EmailPageText.resx</c>.</summary>
internal sealed class EmailPageText;
