namespace SalesInsight.Web.Settings;

/// <summary>Names the texts in <c>SettingsText.resx</c>.</summary>
internal sealed class SettingsText;
