using SalesInsight.Sync.Salesforce.Wire;

namespace SalesInsight.Tests.Sync.Salesforce.Wire;

public class ErrorBodyTests
{
    [Theory]
    [InlineData("""[{"message":"Session expired","errorCode":"INVALID_SESSION_ID"}]""", "INVALID_SESSION_ID")]
    [InlineData("""  [{"message":"x","errorCode":"A","fields":[]},{"message":"y","errorCode":"B"}]""", "A,B")]
    [InlineData("""{"message":"Session expired or invalid","errorCode":"INVALID_SESSION_ID"}""", "INVALID_SESSION_ID")]
    [InlineData("""[{"statusCode":"STRING_TOO_LONG","message":"x","fields":["Subject"]}]""", "STRING_TOO_LONG")]
    [InlineData("""{"error":"invalid_grant","error_description":"expired"}""", "invalid_grant")]
    [InlineData("<?xml version=\"1.0\"?><Errors><Error><errorCode>X_Y</errorCode><message>m</message></Error></Errors>",
        "X_Y")]
    [InlineData("""["/services/data/v62.0/sobjects/Task/1"]""", "")]
    [InlineData("""[null,7,{"other":1}]""", "")]
    [InlineData("", "")]
    [InlineData("   ", "")]
    [InlineData("[{", "")]
    [InlineData("<Errors><Error>", "")]
    [InlineData("<html><body>Down for maintenance</body></html>", "")]
    [InlineData("<!doctype html><title>Login</title>", "")]
    [InlineData("plain words", "")]
    public void Body_OfAnyShape_GivesItsCodes(string body, string codes)
    {
        string.Join(',', ErrorBody.Read(body).Select(e => e.Code)).Should().Be(codes);
    }

    [Fact]
    public void Fields_OfAnError_AreKept()
    {
        ErrorBody.Read("""[{"errorCode":"A","message":"m","fields":["Subject",null,"WhoId"]}]""").Single()
            .Should().BeEquivalentTo(new ErrorItem("A", "m", ["Subject", "WhoId"]));
    }

    [Fact]
    public void Xml_WithAnEntityBomb_IsNotRead()
    {
        const string start = """<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]>""";

        ErrorBody.Read(start + "<Errors><Error><errorCode>&b;</errorCode></Error></Errors>").Should().BeEmpty();
    }
}
