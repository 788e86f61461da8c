using SalesInsight.Sync.Settings;

namespace SalesInsight.Web.Settings;

/// <summary>What a row shows of a setting, whatever the type of its value.</summary>
public interface ISettingField
{
    bool IsChanged { get; }

    bool IsLocked { get; }

    bool Lock { get; set; }

    SettingOrigin Origin { get; }

    bool MayTakeBack { get; }

    string? SetBy { get; }

    DateTimeOffset? SetAt { get; }

    void TakeBack();

    void Discard();

    void AddTo(SettingsEdit edit);
}
