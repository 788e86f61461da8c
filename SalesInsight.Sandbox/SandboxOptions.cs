using System.Security.Cryptography;

namespace SalesInsight.Sandbox;

/// <summary>
/// How one sandbox org is set up. The assumption switches stand for facts about Salesforce that nobody here could
/// verify (salesforce-facts.md section 11): a client should keep its promises under either answer. They are read at the
/// moment they matter, so that a running org may change its mind. <see cref="SandboxAssumptions"/> lists them.
/// </summary>
public sealed class SandboxOptions
{
    /// <summary>Where configuration is read from: <c>Sandbox:Seed</c>, <c>Sandbox:DailyApiRequests</c>.</summary>
    public const string Section = "Sandbox";

    /// <value>The data an org starts with: <c>demo</c> (Halden Software) or <c>empty</c>. Default demo.</value>
    public string Seed { get; set; } = "demo";

    /// <value>The number in the organization id, so that two sandboxes can be two orgs. Default 1.</value>
    public int OrganizationNumber { get; set; } = 1;

    /// <value>Calls per rolling 24 hours before REQUEST_LIMIT_EXCEEDED. Default 15,000 (Developer Edition).</value>
    public int DailyApiRequests { get; set; } = 15_000;

    /// <value>
    /// Calls of 20 seconds and more at a time before REQUEST_LIMIT_EXCEEDED. Default 5 (Developer Edition); production
    /// has 25.
    /// </value>
    public int LongCallsMax { get; set; } = 5;

    /// <value>
    /// Distinct people and records a Task query may touch without View All Data, before OPERATION_TOO_LARGE. Default
    /// 100,000, Salesforce's own.
    /// </value>
    public int WhoWhatMax { get; set; } = 100_000;

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

    /// <value>
    /// Task, and the people and records it may be about, have the fields <c>MSE_...__c</c> of an e-mail tool, and Task
    /// a Type Reply. Default false.
    /// </value>
    public bool EmailFields { get; set; }

    /// <value>Assumption (facts 11.2): a soft delete moves SystemModstamp. Default true.</value>
    public bool DeleteBumpsSystemModstamp { get; set; } = true;

    /// <value>
    /// Assumption (facts 11.2): a soft delete moves LastModifiedDate, and with it SystemModstamp. Default false.
    /// </value>
    public bool DeleteBumpsLastModifiedDate { get; set; }

    /// <value>
    /// Assumption (memory): a restore from the bin moves SystemModstamp and LastModifiedDate. Default true; false moves
    /// neither.
    /// </value>
    public bool UndeleteBumpsStamps { get; set; } = true;

    /// <value>Assumption (facts 11.2): archiving moves SystemModstamp. Default true.</value>
    public bool ArchivingBumpsSystemModstamp { get; set; } = true;

    /// <value>
    /// Assumption (facts 11.3): a later part of a composite reads what an earlier part wrote. Default true; false
    /// answers such reads with what was there before the first write.
    /// </value>
    public bool CompositeSeesEarlierWrites { get; set; } = true;

    /// <value>Assumption (facts 11.4): HTTP status of UNABLE_TO_LOCK_ROW; 400 (default) and 500 were seen.</value>
    public int RowLockedStatus { get; set; } = 400;

    /// <value>Assumption (facts 11.4): HTTP status of DUPLICATE_VALUE. Default 400; 409 is the other guess.</value>
    public int DuplicateValueStatus { get; set; } = 400;

    /// <value>Assumption (facts 11.4): HTTP status of API_DISABLED_FOR_ORG. Default 403; 400 the other guess.</value>
    public int ApiDisabledStatus { get; set; } = 403;

    /// <value>Assumption (facts 11.4): HTTP status of INVALID_CROSS_REFERENCE_KEY: 400 (default) or 404.</value>
    public int CrossReferenceStatus { get; set; } = 400;

    /// <value>Assumption (facts 11.5): a standard user sees and writes CallObject. Default true.</value>
    public bool CallObjectVisible { get; set; } = true;

    /// <value>Assumption (facts 11.6): a standard user may query EmailServicesAddress. Default true.</value>
    public bool EmailAddressReadable { get; set; } = true;

    /// <value>
    /// Assumption (facts 11.6): RunAsUserId of an Email to Salesforce address is its user. Default true; false names
    /// the admin who activated it. Read when an org is seeded.
    /// </value>
    public bool EmailAddressRunsAsUser { get; set; } = true;

    /// <value>
    /// Port of the mail server on loopback that files emails for Email to Salesforce; 0 takes a free one. Default null:
    /// none.
    /// </value>
    public int? SmtpPort { get; set; }

    /// <value>Email to Salesforce: one address on several records (facts 5.2). Default all of them.</value>
    public Smtp.MailMatch MailMatch { get; set; }

    /// <value>Email to Salesforce: domains that match nobody. Default none.</value>
    public IReadOnlyList<string> ExcludedMailDomains { get; set; } = [];

    /// <value>
    /// Assumption (facts 1.4): the token endpoint's code for a deactivated user: <c>invalid_grant</c> (default) or
    /// <c>inactive_user</c>; both have been seen.
    /// </value>
    public string InactiveUserCode { get; set; } = "invalid_grant";

    /// <value>
    /// Assumption (facts 11.7): the code for a locked organization: <c>inactive_org</c> (default) or
    /// <c>invalid_grant</c>.
    /// </value>
    public string InactiveOrgCode { get; set; } = "inactive_org";

    /// <value>
    /// Assumption (facts 11.7): the description of an <c>invalid_grant</c> from a forbidden address: <c>ip
    /// restricted</c> (default) or <c>ip restricted or invalid login hours</c>.
    /// </value>
    public string LoginRestrictedText { get; set; } = "ip restricted";

    /// <value>
    /// Assumption (facts 11.8): a query inside a composite body is held to the length of a request's URI all the
    /// same. Default false.
    /// </value>
    public bool CompositeUrlIsLimited { get; set; }

    /// <value>Assumption (facts 11.10): what converting a lead does to its tasks. Default moves them.</value>
    public Org.LeadConversion LeadConversion { get; set; }

    /// <value>Assumption (facts 11.12): a retrieve answers null in place of an invisible id. Default true.</value>
    public bool RetrieveAnswersNull { get; set; } = true;

    /// <value>
    /// Assumption (facts 3.2): the code of a collection's item whose id refers to nothing one may see:
    /// <c>INVALID_CROSS_REFERENCE_KEY</c> (default) or <c>NOT_FOUND</c>.
    /// </value>
    public string UnseenItemCode { get; set; } = "INVALID_CROSS_REFERENCE_KEY";

    /// <value>
    /// Assumption (memory): DUPLICATE_VALUE names the other record even where the caller may not see it. Default
    /// false: it says <c>&lt;unknown&gt;</c>.
    /// </value>
    public bool DuplicateNamesUnseen { get; set; }

    /// <value>Assumption (memory): text is trimmed and an empty text stored as null. Default true.</value>
    public bool TrimsText { get; set; } = true;

    /// <value>Whether everybody may read everybody's tasks. Default false: own tasks only.</value>
    public bool TasksPublicRead { get; set; }

    /// <value>Sforce-Limit-Info lags and jumps back as recorded (facts 2.1). Default true.</value>
    public bool LaggingUsageHeader { get; set; } = true;

    /// <value>Sforce-Limit-Info carries the per-app part when the client is named. Default false.</value>
    public bool PerAppUsageHeader { get; set; }
}
