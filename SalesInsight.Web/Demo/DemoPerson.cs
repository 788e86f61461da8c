namespace SalesInsight.Web.Demo;

/// <summary>One of the three people the demo offers.</summary>
/// <param name="Name">As shown.</param>
/// <param name="Email">Their sign-in here.</param>
/// <param name="Zone">IANA name; due dates are meant in it.</param>
/// <param name="SalesforceUser">Who they are on the Salesforce side.</param>
/// <param name="IsAdmin">Has the role Admin here.</param>
internal sealed record DemoPerson(string Name, string Email, string Zone, string SalesforceUser, bool IsAdmin = false)
{
    /// <summary>Works for all three; the demo listens on loopback only.</summary>
    public const string Password = "demo-sales-insight";

    public static readonly DemoPerson Mara =
        new("Mara Visser", "mara.visser@halden.example", "Europe/Amsterdam", "rep1@sandbox.test");

    public static readonly DemoPerson Jonas =
        new("Jonas Lindqvist", "jonas.lindqvist@halden.example", "Europe/Stockholm", "rep2@sandbox.test");

    public static readonly DemoPerson Ines =
        new("Ines Duarte", "ines.duarte@halden.example", "Europe/Lisbon", "admin@sandbox.test", IsAdmin: true);

    /// <summary>In the order they are offered; the first is where to start.</summary>
    public static IReadOnlyList<DemoPerson> All { get; } = [Mara, Jonas, Ines];
}
