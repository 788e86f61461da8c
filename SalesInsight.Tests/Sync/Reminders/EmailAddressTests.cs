using FluentAssertions;
using SalesInsight.Sync.Reminders;
using Xunit;

namespace SalesInsight.Tests.Sync.Reminders;

public class EmailAddressTests
{
    [Theory]
    [InlineData("ann@example.com", "ann@example.com", null)]
    [InlineData("  Ann@Example.COM ", "ann@example.com", null)]
    [InlineData("Ann Lee <ann@example.com>", "ann@example.com", "Ann Lee")]
    [InlineData("\"Lee, Ann\" <ann@example.com>", "ann@example.com", "Lee, Ann")]
    [InlineData("<ann@example.com>", "ann@example.com", null)]
    [InlineData("\"ann.lee\"@example.com", "ann.lee@example.com", null)]
    [InlineData("\"a\\nn\"@example.com", "ann@example.com", null)]
    [InlineData("\"ann lee\"@example.com", "\"ann lee\"@example.com", null)]
    [InlineData("\"ann\\\"lee\"@example.com", "\"ann\\\"lee\"@example.com", null)]
    [InlineData("\"ann@home\"@example.com", "\"ann@home\"@example.com", null)]
    [InlineData("ann+news@example.com", "ann+news@example.com", null)]
    [InlineData("o'brien@example.com", "o'brien@example.com", null)]
    [InlineData("anna@bücher.example", "anna@xn--bcher-kva.example", null)]
    [InlineData("anna@XN--BCHER-KVA.example", "anna@xn--bcher-kva.example", null)]
    [InlineData("用户@例子.example", "用户@xn--fsqu00a.example", null)]
    public void Parse_AnAddress_IsReadInOneSpelling(string text, string key, string? name)
    {
        var address = EmailAddress.Parse(text);

        address!.Key.Should().Be(key);
        address.Name.Should().Be(name);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ann")]
    [InlineData("@example.com")]
    [InlineData("ann@")]
    [InlineData("ann@localhost")]
    [InlineData("ann lee@example.com")]
    [InlineData("ann@exam ple.com")]
    [InlineData(".ann@example.com")]
    [InlineData("ann..lee@example.com")]
    [InlineData("\"ann@example.com")]
    [InlineData("\"ann\"lee\"@example.com")]
    [InlineData("\"\"@example.com")]
    [InlineData("ann@example.com, bob@example.com")]
    [InlineData("ann@exa_mple.com")]
    [InlineData("ann@-example.com")]
    [InlineData("ann@example..com")]
    [InlineData("ann@example.com\r\nBcc: eve@example.com")]
    [InlineData("ann\n@example.com")]
    [InlineData("ann\0@example.com")]
    [InlineData("\ud800@example.com")]
    [InlineData("ann') OR (Email != '@example.com")]
    public void Parse_AnythingElse_IsNoAddress(string? text) => EmailAddress.Parse(text).Should().BeNull();

    [Theory]
    [InlineData(254, true)]
    [InlineData(255, false)]
    public void Parse_AddressOfLength_IsOneUpTo254(int length, bool isOne)
    {
        var address = new string('a', length - "@example.com".Length) + "@example.com";

        (EmailAddress.Parse(address) is not null).Should().Be(isOne);
    }

    [Fact]
    public void Equality_SpellingsOfOneMailbox_AreEqualAndAPlusTagIsNot()
    {
        var ann = EmailAddress.Parse("Ann <ann@bücher.example>");

        ann.Should().Be(EmailAddress.Parse("\"ANN\"@xn--bcher-kva.example"));
        ann.Should().NotBe(EmailAddress.Parse("ann+1@bücher.example"));
    }

    [Theory]
    [InlineData("ann@example.com", "ann@example.com")]
    [InlineData("ann@bücher.example", "ann@xn--bcher-kva.example ann@bücher.example")]
    public void Spellings_OfAnAddress_AreThoseARecordMayHave(string text, string spellings) =>
        string.Join(' ', EmailAddress.Parse(text)!.Spellings).Should().Be(spellings);
}
