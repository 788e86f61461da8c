using System.Text.Json;
using Microsoft.Extensions.Options;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Salesforce.Wire;

namespace SalesInsight.Sync.Salesforce.Connection;

/// <summary>
/// Looks, right after consent, whether the sync can work there and what the organization is: three calls. A missing
/// API shows in the first of them, before anything is stored.
/// </summary>
internal sealed class OrgProbe(
    SalesforceHttp http, TokenKeeper keeper, IOptions<SalesforceOptions> options, TimeProvider time)
{
    private static readonly SoqlQuery Organization =
        new("Organization", ["Id", "Name", "OrganizationType", "IsSandbox"]);

    private readonly SalesforceOptions options = options.Value;

    /// <summary>Throws <see cref="SalesforceFaultException"/> when a call is refused.</summary>
    public async Task<OrgProfile> ReadAsync(StoredConnection candidate, CancellationToken ct)
    {
        var channel = new DataChannel(http, keeper, options, time, candidate);
        await channel.ReadAsync(DataCall.Get($"{channel.Root}/limits"), ct);
        var columns = await new OrgFactsReader(channel, options.MarkerAgreed, time).ReadColumnsAsync(ct);
        var answer = await channel.ReadAsync(DataCall.Get(QueryPath.Live(channel.Root, Organization)), ct);
        var row = WireJson.Read(answer.Body, WireJson.Default.QueryAnswer)?.Records?.FirstOrDefault();
        return candidate.Profile with
        {
            OrganizationName = Text(row, "Name") ?? candidate.OrganizationId,
            Edition = Text(row, "OrganizationType") ?? "",
            IsProduction = !IsTrue(row, "IsSandbox"),
            CreateMode = columns.CreateMode,
        };
    }

    /// <summary>Whether this user is shown everything, as who reads for all reps has to be: one call.</summary>
    public async Task<bool> SeesAllAsync(StoredConnection candidate, CancellationToken ct)
    {
        var channel = new DataChannel(http, keeper, options, time, candidate);
        var answer = await channel.ReadAsync(
            DataCall.Get(QueryPath.Live(channel.Root, TaskQueries.OwnPermissions())), ct);
        var row = WireJson.Read(answer.Body, WireJson.Default.QueryAnswer)?.Records?.FirstOrDefault();
        return row is { } record && JsonRow.Flag(record, TaskQueries.ViewAllData);
    }

    private static string? Text(JsonElement? row, string name) =>
        row is { } record ? JsonRow.Text(record, name) : null;

    private static bool IsTrue(JsonElement? row, string name) => row is { } record && JsonRow.Flag(record, name);
}
