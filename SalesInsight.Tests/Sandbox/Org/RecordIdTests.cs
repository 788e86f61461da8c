using FluentAssertions;
using SalesInsight.Sandbox.Org;
using Xunit;

namespace SalesInsight.Tests.Sandbox.Org;

public sealed class RecordIdTests
{
    // A well-known pair from Salesforce's own documentation of the checksum.
    [Fact]
    public void Normalise_FifteenCharacters_AddsTheChecksum() =>
        RecordId.Normalise("001D000000IRFma").Should().Be("001D000000IRFmaIAH");

    [Theory]
    [InlineData("001D000000IRFmaIAH", "001D000000IRFmaIAH")]
    [InlineData("001D000000IRFmaIAX", null)]
    [InlineData("001D000000IRF", null)]
    [InlineData("001D000000IRF-a", null)]
    [InlineData(null, null)]
    public void Normalise_OtherForms_AreCheckedOrRefused(string? id, string? expected) =>
        RecordId.Normalise(id).Should().Be(expected);

    [Fact]
    public void Create_LaterRows_CompareGreater()
    {
        var ids = Enumerable.Range(1, 5_000).Select(at => RecordId.Create("00T", at)).ToList();

        ids.Should().OnlyHaveUniqueItems();
        ids.Should().Equal(ids.Order(StringComparer.Ordinal));
    }
}
