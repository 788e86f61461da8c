using System.Globalization;
using System.Text.RegularExpressions;
using SalesInsight.Sandbox.Org;

namespace SalesInsight.Sandbox.Smtp;

/// <summary>
/// Files a mail that was sent to somebody's Email to Salesforce address (salesforce-facts.md 5.2): on leads and
/// contacts by To and Cc, on their open opportunities, on records a <c>(ref: id)</c> names; what matches nothing
/// becomes an open task under My Unresolved Items.
/// </summary>
internal sealed partial class EmailToSalesforce(SandboxOrg org)
{
    private const string Taken = "250 taken";

    /// <summary>Addresses looked at, in the order they stand there.</summary>
    private const int AddressesMax = 50;

    /// <summary>Characters of the text in which a <c>(ref: ...)</c> is looked for.</summary>
    private const int RefWithin = 5_000;

    private const int DescriptionMax = 32_000;

    private const int SubjectMax = 255;

    /// <summary>The reply to whoever handed the mail over.</summary>
    public string Take(ReceivedMail mail)
    {
        var text = MailText.Read(mail.Content);
        var sender = MailText.Addresses(text.From).FirstOrDefault() ?? mail.Sender.ToLowerInvariant();
        foreach (var address in mail.Recipients.Select(r => r.ToLowerInvariant()).Distinct())
            if (Owner(address, sender) is { } owner) File(owner, address, text);
        return Taken;
    }

    /// <summary>Whose address it is; null for any other, and for a sender the user does not accept: the mail is
    /// dropped without a word, as the service's setting has it.</summary>
    private SandboxUser? Owner(string address, string sender)
    {
        var at = address.Split('@', 2);
        var row = org.Records.List(Admin(), "EmailServicesAddress").FirstOrDefault(a => a.Flag("IsActive")
            && at.Length == 2 && a.Text("LocalPart") == at[0] && Same(a.Text("EmailDomainName"), at[1]));
        if (row is null) return null;
        var accepted = (row.Text("AuthorizedSenders") ?? "").Split(
            [',', '\n', ' '], StringSplitOptions.RemoveEmptyEntries);
        // the context user may be the admin who activated it; whose it is stands in CreatedById then
        var owner = org.Users.Find(row.Text("CreatedById")!) ?? org.Users.Find(row.Text("RunAsUserId")!);
        return accepted.Any(a => Same(a, sender) || Same(a, sender.Split('@')[^1])) ? owner : null;
    }

    private void File(SandboxUser owner, string own, MailText mail)
    {
        var context = org.As(owner.Username);
        var addresses = MailText.Addresses(mail.To).Concat(MailText.Addresses(mail.Cc)).Distinct()
            .Where(a => a != own && !Same(a, owner.Email)).Take(AddressesMax).ToList();
        var matches = new MailMatches(org, context);
        var targets = matches.OfRefs(Refs(mail.Body)).ToList();
        List<string> unresolved = [];
        foreach (var address in addresses)
        {
            var found = IsExcluded(address) ? [] : matches.Of(address).ToList();
            if (found.Count == 0) unresolved.Add(address);
            targets.AddRange(found);
        }

        foreach (var target in targets.Distinct()) Log(context, owner, mail, target);
        if (unresolved.Count > 0) Leave(context, owner, mail, unresolved);
    }

    private void Log(CallContext context, SandboxUser owner, MailText mail, MailTarget target)
    {
        var fields = Fields(owner, mail, $"Email: {mail.Subject}", "Completed", "");
        if (target.WhoId is { } who) fields["WhoId"] = who;
        if (target.WhatId is { } what) fields["WhatId"] = what;
        org.Records.Create(context, "Task", fields);
    }

    private void Leave(CallContext context, SandboxUser owner, MailText mail, List<string> addresses) =>
        org.Records.Create(context, "Task", Fields(
            owner, mail, $"Unresolved Email: {mail.Subject}", "Not Started",
            $"No record has: {string.Join(", ", addresses)}\n"));

    private Dictionary<string, object?> Fields(
        SandboxUser owner, MailText mail, string subject, string status, string head)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(owner.TimeZone);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(org.Clock.UtcNow, zone).DateTime);
        return new Dictionary<string, object?>
        {
            ["Subject"] = Cut(subject, SubjectMax),
            ["Status"] = status,
            ["TaskSubtype"] = "Email",
            ["Type"] = "Email",
            ["ActivityDate"] = today,
            ["Description"] = Cut(
                $"{head}From: {mail.From}\nTo: {mail.To}\nCC: {mail.Cc}\nSubject: {mail.Subject}\n\n{mail.Body}",
                DescriptionMax),
        };
    }

    private static IEnumerable<string> Refs(string body)
    {
        var start = body.Length > RefWithin ? body[..RefWithin] : body;
        return Ref().Matches(start).SelectMany(m => m.Groups[1].Value.Split(
            [',', ' '], StringSplitOptions.RemoveEmptyEntries));
    }

    private bool IsExcluded(string address) =>
        org.Options.ExcludedMailDomains.Any(d => Same(d, address.Split('@')[^1]));

    private CallContext Admin() => org.As(Seeds.SetupSeed.Admin);

    private static string Cut(string text, int max) => text.Length <= max ? text : text[..max];

    private static bool Same(string? one, string? other) =>
        string.Compare(one, other, CultureInfo.InvariantCulture, CompareOptions.IgnoreCase) == 0;

    [GeneratedRegex(@"\(\s*ref:\s*([A-Za-z0-9 ,]{15,200})\)", RegexOptions.IgnoreCase)]
    private static partial Regex Ref();
}
