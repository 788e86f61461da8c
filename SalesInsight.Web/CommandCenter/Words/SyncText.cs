namespace SalesInsight.Web.CommandCenter.Words;

/// <summary>Names the texts in <c>SyncText.resx</c>: one for every reason, every fault, every glyph.</summary>
internal sealed class SyncText;
