using System.Collections.Immutable;

namespace SalesInsight.Sync.Runs.Ports;

/// <summary>What an org reader's call answered.</summary>
/// <param name="ServerTime">The Date header of the answer.</param>
/// <param name="SeesAll">The same call said that this user has View All Data; without it a row that is missing says
/// nothing.</param>
/// <param name="Columns">What was asked for of each row.</param>
/// <param name="NextPage">Opaque; null when the window is complete.</param>
internal sealed record OrgReply(
    DateTimeOffset ServerTime,
    bool SeesAll,
    ImmutableArray<OrgRow> Rows,
    ImmutableArray<string> Columns,
    string? NextPage);
