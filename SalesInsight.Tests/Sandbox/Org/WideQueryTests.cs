namespace SalesInsight.Tests.Sandbox.Org;

/// <summary>Wide Task queries of users without View All Data (facts 4.4, pitfall 12).</summary>
public sealed class WideQueryTests
{
    private const int Max = 3;
    private readonly OrgStage stage = new(options => options.WhoWhatMax = Max);

    [Theory] // CODES, TAP: "exceeded 100000 distinct who/what's"; narrower, or without who and what, it passes
    [Source("9.2.16")]
    [InlineData("SELECT Id, WhoId FROM Task", false, true)]
    [InlineData("SELECT Id, Who.Name FROM Task", false, true)]
    [InlineData("SELECT Id, WhoId FROM Task", true, false)]
    [InlineData("SELECT Id FROM Task", false, false)]
    [InlineData("SELECT Id, WhoId FROM Task WHERE Subject = 'of 0'", false, false)]
    public void Run_ManyPeople_IsTooLargeWithoutViewAllData(string soql, bool viewAllData, bool refused)
    {
        for (var at = 0; at <= Max; at++)
            stage.Task(("Subject", $"of {at}"), ("WhoId", stage.Create("Contact", ("LastName", $"{at}"))));

        var act = () => stage.Org.Queries.Rows(viewAllData ? stage.Admin : stage.Mara, soql);

        if (refused) act.Should().Throw<ArgumentException>().WithMessage("exceeded 3 distinct who/what's*");
        else act.Should().NotThrow();
    }
}
