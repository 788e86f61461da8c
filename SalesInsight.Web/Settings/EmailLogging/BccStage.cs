using SalesInsight.Sync.EmailLog;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Settings;

namespace SalesInsight.Web.Settings.EmailLogging;

/// <summary>How far a person is with Email to Salesforce (BCC); decides what the tab offers. Pure.</summary>
public abstract record BccStage
{
    private BccStage()
    {
    }

    /// <summary>Copies go out to that address.</summary>
    public sealed record Active(string Address) : BccStage;

    /// <summary>An admin keeps it off for everybody.</summary>
    public sealed record Forbidden : BccStage;

    /// <summary>The address is known; activating is one step.</summary>
    public sealed record Ready(string Address) : BccStage;

    /// <summary>Nobody has looked yet: activating looks first.</summary>
    public sealed record Unasked : BccStage;

    /// <summary>Looked, and no address came in.</summary>
    public sealed record Missing(BccLookup Lookup) : BccStage;

    /// <param name="view">What is saved.</param>
    /// <param name="lookup">What the last look in Salesforce brought; null: none yet.</param>
    /// <param name="candidate">An address found or typed and not saved yet; null: none.</param>
    public static BccStage Of(SettingsView view, BccLookup? lookup, string? candidate)
    {
        var (switched, address) = (view.Of(SettingKeys.EmailBcc), view.Of(SettingKeys.EmailBccAddress).Value);
        if (view.IsBccActive()) return new Active(address);
        if (!switched.Allows(true)) return new Forbidden();
        if (candidate is not null) return new Ready(candidate);
        if (lookup is BccLookup.Empty) return new Missing(lookup);
        if (address.Length > 0) return new Ready(address);
        return lookup is null or BccLookup.Found ? new Unasked() : new Missing(lookup);
    }

    /// <summary>True when steps in Salesforce would help; an outage is waited for instead.</summary>
    public static bool WantsGuides(BccLookup? lookup) => lookup is BccLookup.Empty or BccLookup.Hidden
        or BccLookup.Failed { Fault: FaultCode.ApiDisabledForOrg or FaultCode.ApiDisabledForUser };

    /// <summary>What activating saves.</summary>
    /// <param name="address">Where copies go from now on.</param>
    /// <param name="turnsLoggingOff">The person's answer to the warning that both would log the same mail.</param>
    public static SettingsEdit Activation(string address, bool turnsLoggingOff)
    {
        var edit = new SettingsEdit().Set(SettingKeys.EmailBccAddress, address).Set(SettingKeys.EmailBcc, true);
        return turnsLoggingOff ? edit.Set(SettingKeys.EmailLogging, false) : edit;
    }
}
