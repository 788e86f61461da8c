namespace SalesInsight.Sync.Settings;

/// <summary>Which level an effective value comes from; shown beside every setting.</summary>
public enum SettingOrigin
{
    /// <summary>Nobody chose: the product's own default.</summary>
    BuiltIn,

    /// <summary>An admin's default for the team.</summary>
    Team,

    /// <summary>The user's own choice.</summary>
    You,

    /// <summary>An admin fixed or narrowed it; the user's own choice, if any, is kept for when the lock goes.</summary>
    Locked,
}
