namespace SalesInsight.Tests.Sandbox.Org;

/// <summary>One Email to Salesforce address per user, found by the queries shipped code asks (facts 5.2).</summary>
public sealed class EmailAddressTests
{
    private readonly OrgStage stage = new();

    [Theory] // ESA and the four query shapes met in public code
    [Source("9.2.17")]
    [InlineData("LocalPart = 'emailtosalesforce' AND IsActive = true AND RunAsUserId = '{me}'")]
    [InlineData("IsActive = true AND CreatedById = '{me}'")]
    [InlineData("LocalPart = 'emailtosalesforce' AND AuthorizedSenders LIKE '%mara.visser@halden.example%'")]
    [InlineData("Function.FunctionName = 'EmailToSalesforce' AND RunAsUserId = '{me}'")]
    public void Rows_ByAShippedQuery_FindTheUsersOwnAddress(string where)
    {
        var mine = where.Replace("{me}", stage.Mara.UserId, StringComparison.Ordinal);

        var found = stage.Org.Queries.Rows(
            stage.Mara, $"SELECT Id, EmailDomainName FROM EmailServicesAddress WHERE {mine}");

        found.Should().ContainSingle();
        found[0].Text("EmailDomainName").Should().MatchRegex(@"^[a-z0-9]{10,}\..+\.le\.salesforce\.test$");
    }

    [Fact]
    [Source("9.2.17")]
    public void Rows_OfAllUsers_HaveAnAddressEach() =>
        stage.Org.Queries.Rows(stage.Admin, "SELECT RunAsUserId FROM EmailServicesAddress")
            .Select(row => row.Text("RunAsUserId")).Should()
            .BeEquivalentTo(stage.Org.Users.All.Select(user => user.Id));
}
