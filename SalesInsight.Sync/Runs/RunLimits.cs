namespace SalesInsight.Sync.Runs;

/// <summary>The bounds of a run, each with its reason. Relations between them are asserted by RunLimitsTests.</summary>
internal static class RunLimits
{
    /// <summary>Rows looked at by one run; more are left to the next, which follows at once.</summary>
    public const int StagedMax = 2_000;

    /// <summary>
    /// Pages of one window: 200,000 rows. A window that has more fails loudly instead of being half read.
    /// </summary>
    public const int PagesMax = 100;

    /// <summary>Unlinked records read again in one run.</summary>
    public const int LookAgainMax = 500;

    /// <summary>Names fetched in one run, through the rep's own rights.</summary>
    public const int NamesMax = 400;

    /// <summary>Rows written in one local transaction, so that a person's edit never waits long for it.</summary>
    public const int TransactionRowsMax = 500;

    /// <summary>A row that appears late, with a stamp already passed, is still seen: commit-time visibility (facts
    /// 2.6; n8n reads 15 minutes back for the same reason).</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromMinutes(15);

    /// <summary>How long a lease lasts without renewal; longer than one call may take.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(3);

    /// <summary>A push is sent this long after its intent at the latest; later the row is decided again.</summary>
    public static readonly TimeSpan SendWindow = TimeSpan.FromSeconds(15);

    /// <summary>Added to the request timeout before a lost push counts as dead.</summary>
    public static readonly TimeSpan DeadlineMargin = TimeSpan.FromSeconds(5);

    /// <summary>Without a unique id nothing is sent again before this: Salesforce may work ten minutes on a request
    /// (facts 2.1, API request limits).</summary>
    public static readonly TimeSpan BlindCreateDeadline = TimeSpan.FromMinutes(11);

    /// <summary>Every linked open task is read by id at least this often: an owner filter cannot see a task leave.
    /// </summary>
    public static readonly TimeSpan ReadByIdEvery = TimeSpan.FromHours(1);

    /// <summary>While an org reader sees tasks leave, a rep's own look only has to find out what they themselves are no
    /// longer shown.</summary>
    public static readonly TimeSpan ReadByIdUnderReaderEvery = TimeSpan.FromDays(1);

    /// <summary>A connection this far behind the last reading but one still finds all it missed in the last one: the
    /// reader reads back by the overlap and by this. Longer than <see cref="OrgReadingGood"/>, which is how long a
    /// connection rests.</summary>
    public static readonly TimeSpan OrgSlack = TimeSpan.FromMinutes(10);

    /// <summary>How long a reading is relied on, and how long a connection rests that nothing concerns.</summary>
    public static readonly TimeSpan OrgReadingGood = TimeSpan.FromMinutes(5);

    /// <summary>Where people chose a long interval, a reading is good for this many of them.</summary>
    public const int OrgReadingsMissedMax = 3;

    /// <summary>A reader that was away longer starts anew; each rep then reads for themselves once.</summary>
    public static readonly TimeSpan OrgGapMax = TimeSpan.FromHours(2);

    /// <summary>Rows of one reading that concern somebody; a wider one is given up, and reps read for themselves.
    /// </summary>
    public const int OrgRowsMax = 20_000;

    /// <summary>Rows of a reader that cannot be reached are kept no longer.</summary>
    public static readonly TimeSpan OrgRowsKept = TimeSpan.FromHours(48);

    /// <summary>Where nobody syncs, an org reader asks this often, and only the store, whether somebody does now.
    /// </summary>
    public static readonly TimeSpan OrgIdleLook = TimeSpan.FromMinutes(1);

    /// <summary>A reader whose fault time does not cure looks again after this.</summary>
    public static readonly TimeSpan OrgFaultAgain = TimeSpan.FromMinutes(10);

    /// <summary>Completed tasks are read by id this often too: rights that come back leave no stamp a window shows.
    /// </summary>
    public static readonly TimeSpan CompletedReadEvery = TimeSpan.FromDays(7);

    /// <summary>The bin is looked through for tombstones this often: a restore may leave no stamp a window shows.
    /// </summary>
    public static readonly TimeSpan TombstoneReadEvery = TimeSpan.FromDays(1);

    /// <summary>How exactly the time of the last reading is kept.</summary>
    public static readonly TimeSpan ReadAtGrain = TimeSpan.FromMinutes(20);

    /// <summary>The delete log is read this often.</summary>
    public static readonly TimeSpan DeleteLogEvery = TimeSpan.FromDays(1);

    /// <summary>How far back Salesforce's delete log reaches (facts 2.4).</summary>
    public static readonly TimeSpan DeleteLogReach = TimeSpan.FromDays(15);

    /// <summary>After a longer absence every linked task is read by id, whatever the window says.</summary>
    public static readonly TimeSpan AbsenceMax = TimeSpan.FromDays(14);

    /// <summary>A cached name older than this is fetched again.</summary>
    public static readonly TimeSpan NameAge = TimeSpan.FromDays(1);

    /// <summary>The window over which the delete fence counts.</summary>
    public static readonly TimeSpan FenceWindow = TimeSpan.FromHours(24);

    /// <summary>First wait after a refusal that time may cure; doubled per attempt up to an hour.</summary>
    public static readonly TimeSpan RetryFirst = TimeSpan.FromSeconds(30);

    public static readonly TimeSpan RetryMax = TimeSpan.FromHours(1);

    /// <summary>Rights that come back leave no mark on the record: what was refused for them is tried again this
    /// often.</summary>
    public static readonly TimeSpan RightsAgain = TimeSpan.FromHours(1);

    /// <summary>Who is gone may be restored, and no stamp of the task tells: looked for this often, in one call for
    /// all.</summary>
    public static readonly TimeSpan PersonAgain = TimeSpan.FromDays(1);
}
