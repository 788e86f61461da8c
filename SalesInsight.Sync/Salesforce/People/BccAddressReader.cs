using System.Text.Json;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Runs.Ports.People;
using SalesInsight.Sync.Salesforce.Wire;

namespace SalesInsight.Sync.Salesforce.People;

/// <summary>
/// Finds a user's own Email to Salesforce address (facts 5.2). Which field names its user differs between orgs, so
/// three are asked one after the other, the surest first: who it runs as, who created it, whose mail it takes.
/// </summary>
internal sealed class BccAddressReader(DataChannel channel, string salesforceUserId)
{
    private const string Senders = "AuthorizedSenders";

    private static readonly SoqlQuery Addresses =
        new SoqlQuery("EmailServicesAddress", ["Id", "LocalPart", "EmailDomainName", Senders]).Where(
            SoqlCondition.IsText("LocalPart", "emailtosalesforce"), SoqlCondition.IsFlag("IsActive", true));

    private static readonly char[] Separators = [',', ';', '\n', '\r', ' '];

    public async Task<BccAddressReply> FindAsync(EmailAddress sender, CancellationToken stop)
    {
        try
        {
            return await FirstAsync(SoqlCondition.IsId("RunAsUserId", salesforceUserId), _ => true, stop)
                ?? await FirstAsync(SoqlCondition.IsId("CreatedById", salesforceUserId), _ => true, stop)
                ?? await FirstAsync(SoqlCondition.Contains(Senders, sender.Key), r => Takes(r, sender), stop)
                ?? new BccAddressReply.None();
        }
        catch (SalesforceFaultException fault) when (fault.Fault.Code == FaultCode.FieldHidden)
        {
            return new BccAddressReply.Hidden();
        }
    }

    private async Task<BccAddressReply?> FirstAsync(
        SoqlCondition condition, Func<JsonElement, bool> isMeant, CancellationToken stop)
    {
        var query = Addresses.Where(condition).OrderBy("Id");
        var answer = await channel.ReadAsync(DataCall.Get(QueryPath.Live(channel.Root, query)), stop);
        var rows = WireJson.Read(answer.Body, WireJson.Default.QueryAnswer)?.Records ?? [];
        return rows.Where(isMeant).Select(Address).OfType<EmailAddress>().FirstOrDefault() is { } address
            ? new BccAddressReply.Found(address.Key)
            : null;
    }

    /// <summary>ann@example.com is contained in joann@example.com too.</summary>
    private static bool Takes(JsonElement row, EmailAddress sender) =>
        (JsonRow.Text(row, Senders) ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries)
        .Any(s => EmailAddress.Parse(s) == sender);

    private static EmailAddress? Address(JsonElement row) =>
        EmailAddress.Parse($"{JsonRow.Text(row, "LocalPart")}@{JsonRow.Text(row, "EmailDomainName")}");
}
