namespace SalesInsight.Web.Settings;

/// <summary>One line of 'When you save': what stands out, and the rest of the sentence; both resource keys.</summary>
internal sealed record Effect(string Lead, string Rest);
