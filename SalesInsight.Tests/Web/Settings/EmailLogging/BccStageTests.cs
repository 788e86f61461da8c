using SalesInsight.Sync.EmailLog;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Settings;
using SalesInsight.Web.Settings.EmailLogging;
using static SalesInsight.Tests.Web.Settings.SettingsViews;

namespace SalesInsight.Tests.Web.Settings.EmailLogging;

public sealed class BccStageTests
{
    private const string Me = "mara@halden.example", Saved = "e@a.le.salesforce.com", Other = "e@b.le.salesforce.com";

    [Fact]
    public void Stage_OnWithAddress_IsActive() =>
        BccStage.Of(View(on: true, Saved), null, Other).Should().Be(new BccStage.Active(Saved));

    [Fact]
    public void Stage_OnWithoutAddress_SendsNothingAndAsks() =>
        BccStage.Of(View(on: true, ""), null, null).Should().Be(new BccStage.Unasked());

    [Fact]
    public void Stage_LockedOff_IsForbidden() =>
        BccStage.Of(
                Of(Team(SettingKeys.EmailBcc, "no", isLocked: true), Own(SettingKeys.EmailBcc, "yes"),
                    Own(SettingKeys.EmailBccAddress, Saved)),
                null, null)
            .Should().Be(new BccStage.Forbidden());

    [Fact]
    public void Stage_FoundOrTyped_IsReadyWithThat() =>
        BccStage.Of(View(on: false, Saved), new BccLookup.Empty(Me), Other).Should().Be(new BccStage.Ready(Other));

    [Fact]
    public void Stage_AddressGoneThere_IsMissingThoughOneIsSaved() =>
        BccStage.Of(View(on: false, Saved), new BccLookup.Empty(Me), null).Should()
            .Be(new BccStage.Missing(new BccLookup.Empty(Me)));

    [Fact]
    public void Stage_OutageWithASavedAddress_StaysReady() =>
        BccStage.Of(View(on: false, Saved), new BccLookup.Failed(Me, FaultCode.Unreachable), null).Should()
            .Be(new BccStage.Ready(Saved));

    [Fact]
    public void Stage_OutageWithoutAddress_IsMissing() =>
        BccStage.Of(View(on: false, ""), new BccLookup.Failed(Me, FaultCode.Unreachable), null).Should()
            .BeOfType<BccStage.Missing>();

    [Fact]
    public void Guides_ForWhatStepsCannotCure_AreNotShown()
    {
        BccStage.WantsGuides(new BccLookup.Empty(Me)).Should().BeTrue();
        BccStage.WantsGuides(new BccLookup.Hidden(Me)).Should().BeTrue();
        BccStage.WantsGuides(new BccLookup.Failed(Me, FaultCode.ApiDisabledForOrg)).Should().BeTrue();
        BccStage.WantsGuides(new BccLookup.Failed(Me, FaultCode.Unreachable)).Should().BeFalse();
        BccStage.WantsGuides(null).Should().BeFalse();
    }

    private static SettingsView View(bool on, string address) => Of(
        Own(SettingKeys.EmailBcc, on ? "yes" : "no"), Own(SettingKeys.EmailBccAddress, address));
}
