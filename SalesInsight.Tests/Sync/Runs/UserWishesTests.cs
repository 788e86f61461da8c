using SalesInsight.Sync.Runs.Control;
using SalesInsight.Tests.Support;

namespace SalesInsight.Tests.Sync.Runs;

public sealed class UserWishesTests
{
    [Fact]
    public void Request_MoreThanAreKept_DropsTheOldest()
    {
        var wishes = new Wishes();

        for (var i = 0; i <= UserWishes.WishesMax; i++) wishes.Request(SequentialIds.Of(i));

        wishes.Users.Count.Should().Be(UserWishes.WishesMax);
        wishes.Users.TryRead(out var first).Should().BeTrue();
        first.Should().Be(SequentialIds.Of(1));
    }

    private sealed class Wishes : UserWishes;
}
