using SalesInsight.Sync.Settings;

namespace SalesInsight.Web.Settings;

/// <summary>One setting being edited, at the person's own level or the team's.</summary>
public sealed class SettingField<T> : ISettingField where T : notnull
{
    private readonly bool isTeam;

    public SettingField(EffectiveValue<T> saved, bool isTeam)
    {
        (Saved, this.isTeam) = (saved, isTeam);
        Value = SavedValue;
        Lock = saved.IsLocked;
    }

    public EffectiveValue<T> Saved { get; }

    /// <summary>What is saved at the level being edited.</summary>
    public T SavedValue => isTeam ? Saved.TeamValue : Saved.Value;

    public T Value { get; set; }

    /// <summary>Team level only: fix the value for everybody.</summary>
    public bool Lock { get; set; }

    /// <summary>True when the person's own value is to be taken back.</summary>
    public bool WantsDefault { get; private set; }

    public bool IsChanged => WantsDefault || IsValueChanged || IsLockChanged;

    public bool IsLocked => !isTeam && Saved.IsLocked;

    /// <summary>Who will have set the value once this is saved.</summary>
    public SettingOrigin Origin => IsValueChanged && !isTeam && !WantsDefault ? SettingOrigin.You : Saved.Origin;

    public bool MayTakeBack => !isTeam && Saved.Origin is SettingOrigin.You && !IsChanged;

    public string? SetBy => Saved.SetBy;

    public DateTimeOffset? SetAt => Saved.SetAt;

    private bool IsValueChanged => !EqualityComparer<T>.Default.Equals(Value, SavedValue);

    private bool IsLockChanged => isTeam && Lock != Saved.IsLocked;

    public bool Allows(T value) => isTeam || Saved.Allows(value);

    public void Discard() => (Value, Lock, WantsDefault) = (SavedValue, Saved.IsLocked, false);

    public void TakeBack() => (Value, WantsDefault) = (Saved.TeamValue, true);

    public void Choose(T value) => (Value, WantsDefault) = (value, false);

    /// <summary>Adds what changed to a Save; a lock fixes a value, so it always saves one too.</summary>
    public void AddTo(SettingsEdit edit)
    {
        if (!IsChanged) return;
        if (WantsDefault) edit.Reset(Saved.Key);
        else if (IsValueChanged || Lock && isTeam) edit.Set(Saved.Key, Value);
        if (IsLockChanged) edit.Lock(Saved.Key, Lock);
    }
}
