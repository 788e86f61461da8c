namespace SalesInsight.Web.Settings.ActivityDetails;

/// <summary>Names the texts in <c>ActivityDetailText.resx</c>.</summary>
internal sealed class ActivityDetailText;
