namespace SalesInsight.Sync.Settings;

/// <summary>One value at one level as it was saved. A text its key no longer accepts counts as not set.</summary>
internal sealed record StoredSetting(string Text, bool IsLocked, string SetBy, DateTimeOffset SetAt);
