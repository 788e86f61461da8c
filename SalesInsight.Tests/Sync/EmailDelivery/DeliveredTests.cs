using SalesInsight.Sync.EmailDelivery.Channels;
using SalesInsight.Sync.EmailDelivery.Running;
using SalesInsight.Tests.Support;
using static SalesInsight.Sync.EmailDelivery.OutgoingEmail;

namespace SalesInsight.Tests.Sync.EmailDelivery;

public sealed class DeliveredTests
{
    public static TheoryData<Failure, State, bool> AfterTheFirstTry => new()
    {
        { Failure.Unreachable, State.Waiting, true },
        { Failure.TriedLater, State.Waiting, false },
        { Failure.FolderRefused, State.Waiting, true },
        { Failure.Refused, State.Undelivered, false },
        { Failure.SignInRefused, State.Undelivered, true },
        { Failure.NotSecure, State.Undelivered, true },
        { Failure.PasswordLost, State.Undelivered, true },
        { Failure.AttachmentLost, State.Undelivered, false },
        { Failure.NoSender, State.Undelivered, false },
    };

    [Theory]
    [MemberData(nameof(AfterTheFirstTry))]
    public void Mail_NotTaken_WaitsOnlyWhereTimeHelps(Failure problem, State expected, bool blocks)
    {
        var delivered = Delivered.From(new SendOutcome.NotTaken(problem, "why"), 1, TestStore.Start);

        (delivered.State, delivered.Problem, delivered.Answer, delivered.BlocksChannel).Should()
            .Be((expected, problem, "why", blocks));
        (delivered.RetryAt is null).Should().Be(expected == State.Undelivered);
    }

    [Fact]
    public void Tries_OfAServerThatStaysAway_EndWithinADay()
    {
        var (now, attempt) = (TestStore.Start, 0);
        while (Delivered.From(new SendOutcome.NotTaken(Failure.Unreachable, null), ++attempt, now).RetryAt is { } next)
            now = next;

        attempt.Should().Be(DeliveryLimits.Waits.Length + 1);
        (now - TestStore.Start).Should().BeCloseTo(TimeSpan.FromHours(21), TimeSpan.FromHours(1));
    }

    [Fact]
    public void Mail_CutShort_IsNeverTriedByItself()
    {
        var delivered = Delivered.From(new SendOutcome.Open("gone"), 1, TestStore.Start);

        (delivered.State, delivered.Problem, delivered.RetryAt).Should()
            .Be((State.Undelivered, Failure.FateOpen, null));
    }
}
