namespace SalesInsight.Web.Shell;

/// <summary>Names the texts in <c>ShellText.resx</c>.</summary>
internal sealed class ShellText;
