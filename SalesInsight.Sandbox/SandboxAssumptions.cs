using SalesInsight.Sandbox.Org;
using static SalesInsight.Sandbox.SandboxAssumption;

namespace SalesInsight.Sandbox;

/// <summary>
/// Every switch of <see cref="SandboxOptions"/> that stands for an unverified fact. How an org is set up (the custom
/// field, sharing, the usage header) is no assumption and is not drawn here.
/// </summary>
public static class SandboxAssumptions
{
    public static IReadOnlyList<SandboxAssumption> All { get; } =
    [
        .. Rows(), .. Composites(), .. Statuses(), .. Setup(), .. Logins(),
    ];

    /// <summary>Draws an answer for each that is drawn: a chance in [0, 1) each, in the order of the list.</summary>
    /// <returns>The same options.</returns>
    public static SandboxOptions Draw(SandboxOptions options, Func<double> chance)
    {
        foreach (var assumption in All.Where(known => known.IsDrawn)) assumption.Draw(options, chance);
        return options;
    }

    private static IEnumerable<SandboxAssumption> Rows() =>
    [
        Of(nameof(SandboxOptions.DeleteBumpsSystemModstamp), "11.2",
            o => o.DeleteBumpsSystemModstamp, (o, answer) => o.DeleteBumpsSystemModstamp = answer, true, false),
        Of(nameof(SandboxOptions.DeleteBumpsLastModifiedDate), "11.2",
            o => o.DeleteBumpsLastModifiedDate, (o, answer) => o.DeleteBumpsLastModifiedDate = answer, false, true),
        Of(nameof(SandboxOptions.UndeleteBumpsStamps), "memory",
            o => o.UndeleteBumpsStamps, (o, answer) => o.UndeleteBumpsStamps = answer, true, false).Undrawn(),
        Of(nameof(SandboxOptions.ArchivingBumpsSystemModstamp), "11.2",
            o => o.ArchivingBumpsSystemModstamp, (o, answer) => o.ArchivingBumpsSystemModstamp = answer, true, false),
        Of(nameof(SandboxOptions.LeadConversion), "11.10",
            o => o.LeadConversion, (o, answer) => o.LeadConversion = answer, Enum.GetValues<LeadConversion>()),
        Of(nameof(SandboxOptions.DuplicateNamesUnseen), "memory",
            o => o.DuplicateNamesUnseen, (o, answer) => o.DuplicateNamesUnseen = answer, false, true),
        Of(nameof(SandboxOptions.TrimsText), "memory", o => o.TrimsText, (o, answer) => o.TrimsText = answer,
            true, false),
    ];

    private static IEnumerable<SandboxAssumption> Composites() =>
    [
        Of(nameof(SandboxOptions.CompositeSeesEarlierWrites), "11.3",
            o => o.CompositeSeesEarlierWrites, (o, answer) => o.CompositeSeesEarlierWrites = answer, true, false),
        Of(nameof(SandboxOptions.CompositeUrlIsLimited), "11.8",
            o => o.CompositeUrlIsLimited, (o, answer) => o.CompositeUrlIsLimited = answer, false, true),
        Of(nameof(SandboxOptions.RetrieveAnswersNull), "11.12",
            o => o.RetrieveAnswersNull, (o, answer) => o.RetrieveAnswersNull = answer, true, false),
        Of(nameof(SandboxOptions.UnseenItemCode), "3.2", o => o.UnseenItemCode,
            (o, answer) => o.UnseenItemCode = answer, "INVALID_CROSS_REFERENCE_KEY", "NOT_FOUND"),
    ];

    private static IEnumerable<SandboxAssumption> Statuses() =>
    [
        Of(nameof(SandboxOptions.RowLockedStatus), "11.4",
            o => o.RowLockedStatus, (o, answer) => o.RowLockedStatus = answer, 400, 500),
        Of(nameof(SandboxOptions.DuplicateValueStatus), "11.4",
            o => o.DuplicateValueStatus, (o, answer) => o.DuplicateValueStatus = answer, 400, 409),
        Of(nameof(SandboxOptions.ApiDisabledStatus), "11.4",
            o => o.ApiDisabledStatus, (o, answer) => o.ApiDisabledStatus = answer, 403, 400),
        Of(nameof(SandboxOptions.CrossReferenceStatus), "11.4",
            o => o.CrossReferenceStatus, (o, answer) => o.CrossReferenceStatus = answer, 400, 404),
    ];

    private static IEnumerable<SandboxAssumption> Setup() =>
    [
        Of(nameof(SandboxOptions.CallObjectVisible), "11.5",
            o => o.CallObjectVisible, (o, answer) => o.CallObjectVisible = answer, true, false),
        Of(nameof(SandboxOptions.EmailAddressReadable), "11.6",
            o => o.EmailAddressReadable, (o, answer) => o.EmailAddressReadable = answer, true, false),
        Of(nameof(SandboxOptions.EmailAddressRunsAsUser), "11.6",
            o => o.EmailAddressRunsAsUser, (o, answer) => o.EmailAddressRunsAsUser = answer, true, false),
    ];

    private static IEnumerable<SandboxAssumption> Logins() =>
    [
        Of(nameof(SandboxOptions.InactiveUserCode), "1.4", o => o.InactiveUserCode,
            (o, answer) => o.InactiveUserCode = answer, "invalid_grant", "inactive_user"),
        Of(nameof(SandboxOptions.InactiveOrgCode), "11.7", o => o.InactiveOrgCode,
            (o, answer) => o.InactiveOrgCode = answer, "inactive_org", "invalid_grant"),
        Of(nameof(SandboxOptions.LoginRestrictedText), "11.7", o => o.LoginRestrictedText,
            (o, answer) => o.LoginRestrictedText = answer, "ip restricted", "ip restricted or invalid login hours"),
    ];
}
