using System.ComponentModel.DataAnnotations;

namespace SalesInsight.Sync.Salesforce;

/// <summary>Section <c>Salesforce</c> of the configuration.</summary>
internal sealed class SalesforceOptions
{
    public const string Section = "Salesforce";

    /// <value>Consumer key of the External Client App. Default: "salesinsight".</value>
    [Required]
    public string ClientId { get; set; } = "salesinsight";

    /// <value>Consumer secret; empty for a public client, which must not send one. Default: empty.</value>
    public string ClientSecret { get; set; } = "";

    /// <value>Login hosts the page offers. Default: production and Salesforce sandbox login.</value>
    public List<string> LoginHosts { get; set; } = [];

    /// <value>Suffixes of hosts we may talk to, anchored at a dot. Default: Salesforce's two domains.</value>
    public List<string> AllowedHostSuffixes { get; set; } = [];

    /// <value>True only in the demo: addresses on this machine are allowed, without https. Default: false.</value>
    public bool AllowLoopback { get; set; }

    /// <value>Version in every path, v46.0 or later. Default: v62.0.</value>
    [RegularExpression(@"v\d{2,3}\.0")]
    public string ApiVersion { get; set; } = "v62.0";

    /// <value>
    /// True when an admin agreed that creates carry our id in <c>CallObject</c> where the org has no unique field for
    /// it. Default: false.
    /// </value>
    public bool MarkerAgreed { get; set; }

    /// <value>
    /// How long one data call may take. Shorter than an intent's deadline, so that a reply is either here or given up
    /// before anybody acts on its absence. Default: 100 s.
    /// </value>
    [Range(typeof(TimeSpan), "00:00:01", "00:09:00")]
    public TimeSpan CallTimeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <value>How long one call of the login host may take. Default: 30 s.</value>
    [Range(typeof(TimeSpan), "00:00:01", "00:02:00")]
    public TimeSpan TokenTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <value>Times a read, and only a read, is repeated after an outage. Default: 2.</value>
    [Range(0, 5)]
    public int ReadRetriesMax { get; set; } = 2;

    /// <value>Pause before the first repetition; doubles, with jitter. Default: 500 ms.</value>
    public TimeSpan ReadRetryDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    public HostAllowList AllowList() => new(LoginHosts, AllowedHostSuffixes, AllowLoopback);
}
