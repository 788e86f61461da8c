using System.IO.Compression;
using System.Text;
using SalesInsight.Sync.Salesforce.Wire;

namespace SalesInsight.Tests.Sync.Salesforce.Wire;

public class WireTextTests
{
    [Theory]
    [InlineData("api-usage=18/5000", 18, 5000)]
    [InlineData("api-usage=17/250; per-app-api-usage=3/9(appName=X)", 17, 250)]
    [InlineData("per-app-api-usage=3/9(appName=X); api-usage=17/250", 17, 250)]
    [InlineData("future=1, API-Usage = 4 / 100", 4, 100)]
    public void Usage_WhateverSurroundsIt_IsRead(string header, int used, int max)
    {
        UsageHeader.Parse(header).Should().Be((used, max));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("per-app-api-usage=3/9(appName=X)")]
    [InlineData("api-usage=1/0")]
    [InlineData("api-usage=99999999999/5")]
    [InlineData("api-usage=x/y")]
    public void Usage_WithoutTheOrgsPart_IsUnknown(string? header)
    {
        UsageHeader.Parse(header).Should().BeNull();
    }

    [Theory]
    [InlineData("2015-06-26T19:57:44.000+0000")]
    [InlineData("2015-06-26T19:57:44.000Z")]
    [InlineData("2015-06-26T19:57:44Z")]
    [InlineData("2015-06-26T21:57:44.000+02:00")]
    public void Time_InAnyOfItsSpellings_IsTheSameInstant(string text)
    {
        var time = SalesforceTime.Parse(text);

        time.Should().Be(new DateTimeOffset(2015, 6, 26, 19, 57, 44, TimeSpan.Zero));
        time!.Value.Offset.Should().Be(TimeSpan.Zero);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2015-06-26")]
    [InlineData("yesterday")]
    public void Time_ThatIsNone_IsNull(string? text)
    {
        SalesforceTime.Parse(text).Should().BeNull();
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task Body_WhateverItsHeaderClaims_IsUnpackedByItsFirstBytes(bool packed, bool claimed)
    {
        using var content = new ByteArrayContent(packed ? Pack("[1]") : "[1]"u8.ToArray());
        if (claimed) content.Headers.ContentEncoding.Add("gzip");

        (await BodyText.ReadAsync(content, TestContext.Current.CancellationToken)).Should().Be("[1]");
    }

    [Fact]
    public async Task Body_ThatOnlyLooksPacked_IsNoAnswer()
    {
        using var content = new ByteArrayContent([0x1F, 0x8B, .. Enumerable.Repeat((byte)0xFF, 10)]);

        var read = () => BodyText.ReadAsync(content, TestContext.Current.CancellationToken);

        await read.Should().ThrowAsync<InvalidDataException>();
    }

    private static byte[] Pack(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress)) gzip.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }
}
