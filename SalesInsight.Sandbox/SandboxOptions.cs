using System.Security.Cryptography;

namespace SalesInsight.Sandbox;

/// <summary>
/// How one sandbox org is set up. The assumption switches stand for facts about Salesforce that nobody here could
/// verify (salesforce-facts.md section 11): a client should keep its promises under either answer.
/// </summary>
public sealed class SandboxOptions
{
    /// <summary>Where configuration is read from: <c>Sandbox:Seed</c>, <c>Sandbox:DailyApiRequests</c>.</summary>
    public const string Section = "Sandbox";

    /// <value>The data an org starts with: <c>demo</c> (Halden Software) or <c>empty</c>. Default demo.</value>
    public string Seed { get; set; } = "demo";

    /// <value>Calls per rolling 24 hours before REQUEST_LIMIT_EXCEEDED. Default 15,000 (Developer Edition).</value>
    public int DailyApiRequests { get; set; } = 15_000;

    /// <value>How long an unused access token lives. Default 2 hours, Salesforce's own.</value>
    public TimeSpan SessionLifetime { get; set; } = TimeSpan.FromHours(2);

    /// <value>The wall clock; <see cref="Org.SandboxClock"/> adds a movable offset to it.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <value>
    /// Chance in [0, 1). Default cannot be foretold, since tokens are made of it; a test that must repeat passes a
    /// seeded one.
    /// </value>
    public Func<double> Chance { get; set; } =
        () => RandomNumberGenerator.GetInt32(int.MaxValue) / (double)int.MaxValue;

    /// <value>Shape of <c>SalesInsight_Id__c</c> on Task. Default unique external id.</value>
    public Org.CustomIdField CustomIdField { get; set; } = Org.CustomIdField.UniqueExternalId;

    /// <value>Assumption (facts 2.6): a soft delete moves SystemModstamp. Default true.</value>
    public bool DeleteBumpsSystemModstamp { get; set; } = true;

    /// <value>Assumption: a soft delete also moves LastModifiedDate. Default false.</value>
    public bool DeleteBumpsLastModifiedDate { get; set; }

    /// <value>Assumption (facts 4.2): archiving moves SystemModstamp. Default true.</value>
    public bool ArchivingBumpsSystemModstamp { get; set; } = true;

    /// <value>Assumption (facts 11.5): a standard user sees and writes CallObject. Default true.</value>
    public bool CallObjectVisible { get; set; } = true;

    /// <value>Assumption (facts 11.12): a retrieve answers null in place of an invisible id. Default true.</value>
    public bool RetrieveAnswersNull { get; set; } = true;

    /// <value>Assumption (memory): text is trimmed and an empty text stored as null. Default true.</value>
    public bool TrimsText { get; set; } = true;

    /// <value>Whether everybody may read everybody's tasks. Default false: own tasks only.</value>
    public bool TasksPublicRead { get; set; }

    /// <value>Sforce-Limit-Info lags and jumps back as recorded (facts 2.1). Default true.</value>
    public bool LaggingUsageHeader { get; set; } = true;

    /// <value>Sforce-Limit-Info carries the per-app part when the client is named. Default false.</value>
    public bool PerAppUsageHeader { get; set; }
}
