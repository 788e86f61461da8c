using System.Collections.Immutable;
using SalesInsight.Sync.Reminders;

namespace SalesInsight.Sync.Runs.Ports.People;

/// <summary>
/// What the logging of mails asks of Salesforce, as one connected user. A whole call that fails throws
/// <see cref="SalesforceFaultException"/>. Not thread-safe.
/// </summary>
internal interface IEmailSession
{
    /// <summary>Rows of one writing call: five collections of 200 (facts 2.5).</summary>
    const int RowsMax = 1_000;

    /// <summary>The same user's tasks: org facts, look-ups and the count of calls.</summary>
    ISalesforceSession Tasks { get; }

    /// <summary>True when this user may create tasks there.</summary>
    /// <param name="fresh">Asks the org instead of the cache.</param>
    /// <param name="stop">Ends the wait.</param>
    Task<bool> MayLogAsync(bool fresh, CancellationToken stop);

    /// <summary>This user's own Email to Salesforce address: one to three calls.</summary>
    /// <param name="sender">The address they send from; it is named as theirs where nothing else says so.</param>
    /// <param name="stop">Ends the wait.</param>
    Task<BccAddressReply> FindBccAddressAsync(EmailAddress sender, CancellationToken stop);

    /// <summary>True when marks have a field to go to.</summary>
    Task<bool> KeepsMarksAsync(CancellationToken stop);

    /// <summary>
    /// Leads and contacts that have one of these addresses: a query for some hundred of them, five queries a call.
    /// </summary>
    Task<ImmutableArray<PersonMatch>> FindPeopleAsync(
        IReadOnlyCollection<EmailAddress> addresses, CancellationToken stop);

    /// <summary>Leads that are not converted and contacts whose name or address holds this text; one call.</summary>
    /// <param name="text">Anywhere in the name or the address.</param>
    /// <param name="max">Of each kind and field at most.</param>
    /// <param name="stop">Ends the wait.</param>
    Task<ImmutableArray<NamedPerson>> SearchPeopleAsync(string text, int max, CancellationToken stop);

    /// <summary>Open opportunities on which these contacts have a role.</summary>
    Task<ImmutableArray<ContactOpportunity>> FindOpportunitiesAsync(
        IReadOnlyCollection<string> contactIds, CancellationToken stop);

    /// <summary>One call, never retried blindly; an outcome per lead, in their order.</summary>
    /// <param name="leads">At most <see cref="RowsMax"/>.</param>
    /// <param name="stop">Ends the wait.</param>
    Task<ImmutableArray<WriteReply.Outcome>> CreateLeadsAsync(ImmutableArray<NewLead> leads, CancellationToken stop);

    /// <summary>One call, never retried blindly; an outcome per activity, in their order.</summary>
    /// <param name="activities">At most <see cref="RowsMax"/>.</param>
    /// <param name="stop">Ends the wait.</param>
    Task<ImmutableArray<WriteReply.Outcome>> LogAsync(ImmutableArray<NewActivity> activities, CancellationToken stop);

    /// <summary>What <see cref="LogAsync"/> would send of an activity, field by field; nothing is sent.</summary>
    Task<ImmutableArray<(string Field, string Value)>> ShowAsync(NewActivity activity, CancellationToken stop);

    /// <summary>One call that sets the marks of logged mails to what they are now; may be repeated.</summary>
    /// <param name="marks">Task id and marks, at most <see cref="RowsMax"/>.</param>
    /// <param name="stop">Ends the wait.</param>
    Task<ImmutableArray<WriteReply.Outcome>> MarkAsync(
        ImmutableArray<(string SalesforceId, EmailMarks Marks)> marks, CancellationToken stop);

    /// <summary>Kinds of records that have a place for the date of their most recent activity: one call.</summary>
    Task<ImmutableArray<RollUpKind>> FindRollUpKindsAsync(CancellationToken stop);

    /// <summary>Those of the records that have a place for the date of their most recent activity.</summary>
    /// <param name="asked">By id; an account by the id of its contact.</param>
    /// <param name="stop">Ends the wait.</param>
    Task<ImmutableArray<RollUpRow>> FindRollUpsAsync(
        IReadOnlyCollection<(RollUpKind Kind, string Id)> asked, CancellationToken stop);

    /// <summary>One call that sets these dates; may be repeated.</summary>
    /// <param name="changes">Each record once, those of a kind together, at most <see cref="RowsMax"/>.</param>
    /// <param name="stop">Ends the wait.</param>
    Task<ImmutableArray<WriteReply.Outcome>> RollUpAsync(
        ImmutableArray<RollUpChange> changes, CancellationToken stop);
}
