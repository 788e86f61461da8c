using SalesInsight.Sync.EmailLog;
using SalesInsight.Sync.EmailLog.Remedies;
using static SalesInsight.Sync.EmailLog.EmailCase;
using static SalesInsight.Sync.EmailLog.EmailReason;
using static SalesInsight.Sync.EmailLog.EmailView;

namespace SalesInsight.Tests.Sync.EmailLog.Remedies;

/// <summary>What helps, line by line.</summary>
public class RemedyRuleTests
{
    public static TheoryData<Standing, EmailReason, EmailReason?, bool, Remedy> Lines => new()
    {
        { Standing.Logged, LoggedOnlyMatch, OwnExclusion, true, Remedy.None },
        { Standing.Waiting, Waiting, null, true, Remedy.None },
        { Standing.Waiting, NotConnected, null, false, Remedy.Connect },
        { Standing.Waiting, TryingAgain, null, true, Remedy.TryAgain },
        { Standing.Waiting, Uncertain, null, true, Remedy.None },
        { Standing.NotLogged, LoggingOff, LoggingOff, true, Remedy.TurnOnLogging },
        { Standing.NotLogged, LoggingOff, LoggingOff, false, Remedy.TurnOnLogging },
        { Standing.NotLogged, LoggingOff, null, true, Remedy.LogNow },
        { Standing.NotLogged, RepliesOff, RepliesOff, true, Remedy.TurnOnReplies },
        { Standing.NotLogged, OwnExclusion, OwnExclusion, true, Remedy.StopExcluding },
        { Standing.NotLogged, OwnExclusion, null, true, Remedy.LogNow },
        { Standing.NotLogged, CompanyExclusion, CompanyExclusion, true, Remedy.None },
        { Standing.NotLogged, CompanyExclusion, null, true, Remedy.LogNow },
        { Standing.NotLogged, OwnDomain, OwnDomain, true, Remedy.None },
        { Standing.NotLogged, OwnAddress, OwnAddress, true, Remedy.None },
        { Standing.NotLogged, NoMatch, null, true, Remedy.ChoosePerson },
        { Standing.NotLogged, NoMatch, null, false, Remedy.Connect },
        { Standing.NotLogged, NoMatch, OwnExclusion, true, Remedy.StopExcluding },
        { Standing.NotLogged, OtherKind, null, true, Remedy.ChoosePerson },
        { Standing.NotLogged, ConvertedOutOfSight, null, true, Remedy.ChoosePerson },
        { Standing.NotLogged, Refused, null, true, Remedy.TryAgain },
        { Standing.NotLogged, LeadRefused, null, true, Remedy.TryAgain },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public void Remedy_OfEachLine_IsTheOneThatHelps(
        Standing standing, EmailReason reason, EmailReason? exclusion, bool isConnected, Remedy expected) =>
        RemedyRule.Of(Recipient(standing, reason), exclusion, isConnected, mayChangeExclusions: true)
            .Should().Be(expected);

    [Fact]
    public void Remedy_OfALockedList_IsNone() =>
        RemedyRule.Of(Recipient(Standing.NotLogged, OwnExclusion), OwnExclusion, true, mayChangeExclusions: false)
            .Should().Be(Remedy.None);

    private static Recipient Recipient(Standing standing, EmailReason reason) =>
        new("a@b.example", standing, reason, null, null, null, null, 0, 0, null, null, []);
}
