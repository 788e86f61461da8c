using System.Collections.Immutable;

namespace SalesInsight.Sync.Runs.Ports;

/// <summary>
/// Salesforce as one connected user sees it. Every member is one or a few API calls; a whole call that fails throws
/// <see cref="SalesforceFaultException"/>; expired sessions are refreshed inside, once. Not thread-safe.
/// </summary>
internal interface ISalesforceSession
{
    /// <summary>The connected user's id: the owner whose tasks are read.</summary>
    string UserId { get; }

    /// <summary>The last allowance told; null before the first call.</summary>
    ApiUsage? Usage { get; }

    /// <summary>Calls made so far through this session, refreshes aside.</summary>
    int CallsMade { get; }

    /// <summary>
    /// The org's status list and create mode; cached by the adapter for a day unless asked to be fresh.
    /// </summary>
    Task<OrgFacts> ReadOrgFactsAsync(bool fresh, CancellationToken stop);

    /// <summary>One call: a window, rows by id, or both.</summary>
    Task<ReadReply> ReadAsync(ReadRequest request, CancellationToken stop);

    /// <summary>One call: the next page of a window; its answer has no rows by id.</summary>
    Task<ReadReply> ReadPageAsync(string nextPage, CancellationToken stop);

    /// <summary>One call: a window of every owner's tasks, and whether this user is shown all of them.</summary>
    Task<OrgReply> ReadOrgAsync(StampWindow window, CancellationToken stop);

    /// <summary>One call: the next page of an org's window; it does not say again what this user is shown.</summary>
    Task<OrgReply> ReadOrgPageAsync(string nextPage, CancellationToken stop);

    /// <summary>
    /// An org reader's rows as this user may know them: only fields their own describe shows, and of a row that
    /// somebody else owns only that. Null when the reader was not shown all that this user is shown. No call, as long
    /// as the describe is known.
    /// </summary>
    Task<ImmutableArray<SalesforceTask>?> ShowAsync(OrgShare share, CancellationToken stop);

    /// <summary>The delete log of Task; the window is widened to whole minutes.</summary>
    Task<DeletedReply> ReadDeletedAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken stop);

    /// <summary>
    /// Rows, deleted ones too, that carry one of these external ids (create mode UniqueId or Marker).
    /// </summary>
    Task<ImmutableArray<SalesforceTask>> LookUpAsync(ImmutableArray<string> externalIds, CancellationToken stop);

    /// <summary>Rows this user created at or after a time (create mode NaturalKey compares their content).</summary>
    Task<ImmutableArray<SalesforceTask>> LookUpCreatedAsync(DateTimeOffset since, CancellationToken stop);

    /// <summary>One call; never retried blindly.</summary>
    Task<WriteReply> WriteAsync(WriteRequest request, CancellationToken stop);

    /// <summary>
    /// Who people are now, by the id they had: themselves, the master they were merged into, the contact a lead became.
    /// Who is gone or not shown is missing. One call for up to 1,000 ids.
    /// </summary>
    Task<ImmutableDictionary<string, string>> FindSuccessorsAsync(
        ImmutableArray<string> personIds, CancellationToken stop);

    /// <summary>Names of people and records by id; ids that are not shown are missing.</summary>
    Task<ImmutableArray<RecordName>> ReadNamesAsync(ImmutableArray<string> ids, CancellationToken stop);
}
