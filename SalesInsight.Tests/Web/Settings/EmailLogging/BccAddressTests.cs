using SalesInsight.Web.Settings.EmailLogging;
using static SalesInsight.Web.Settings.EmailLogging.BccAddress;

namespace SalesInsight.Tests.Web.Settings.EmailLogging;

public sealed class BccAddressTests
{
    [Theory]
    [InlineData(" emailtosalesforce@1abc.k-9.na1.le.salesforce.com ", nameof(Problem.None))]
    [InlineData("emailtosalesforce@1abc.IN.SALESFORCE.COM", nameof(Problem.None))]
    [InlineData("  ", nameof(Problem.Blank))]
    [InlineData("emailtosalesforce", nameof(Problem.NoAt))]
    [InlineData("emailtosalesforce@salesforce", nameof(Problem.NoDot))]
    [InlineData("Mara <e@a.le.salesforce.com>", nameof(Problem.Unreadable))]
    [InlineData("e@a..le.salesforce.com", nameof(Problem.Unreadable))]
    [InlineData("e@a.le.salesforce.com\nBcc: x@y.example", nameof(Problem.Unreadable))]
    [InlineData("someone@else.example", nameof(Problem.NotSalesforce))]
    [InlineData("someone@notsalesforce.com", nameof(Problem.NotSalesforce))]
    [InlineData("e@salesforce.com.evil.example", nameof(Problem.NotSalesforce))]
    public void Check_Typed_SaysWhatIsWrong(string typed, string problem) =>
        Check(typed).Should().Be(Enum.Parse<Problem>(problem));
}
