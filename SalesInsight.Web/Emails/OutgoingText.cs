namespace SalesInsight.Web.Emails;

/// <summary>Names the texts in <c>OutgoingText.resx</c>.</summary>
internal sealed class OutgoingText;
