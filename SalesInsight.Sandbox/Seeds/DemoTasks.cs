using SalesInsight.Sandbox.Org;

namespace SalesInsight.Sandbox.Seeds;

/// <summary>The demo's open tasks: today, tomorrow, later, overdue and without a date.</summary>
internal static class DemoTasks
{
    internal static void Fill(SandboxOrg org, DemoRecords records)
    {
        var mara = org.As(SetupSeed.Mara);
        foreach (var task in Recent) Put(org, mara, records, task);
        foreach (var task in Older) Put(org, mara, records, task);
        foreach (var task in OfJonas) Put(org, org.As(SetupSeed.Jonas), records, task);
    }

    /// <summary>Changed within 24 hours: what a first sync brings in.</summary>
    private static readonly Item[] Recent =
    [
        new("Call Dana about the pilot extension", 0, "Dana Whitfield", "Fleet rollout, phase 2", "Call", 1)
        {
            Priority = "High", Details = "She asked for two more months and a fixed price per vehicle.",
        },
        new("Send the revised security questionnaire", 0, "Priya Raghunathan", "Three-year platform agreement",
            "Email", 1.5) { Priority = "High" },
        new("Answer procurement on payment terms", 0, "Tomás Herrera", "Ostrava pilot", "Email", 3),
        new("Introduce yourself to the new head of operations", 0, "Aleksandra Wójcikowska-Lindström", null,
            "Other", 16),
        new("Prepare the renewal offer", 0, "Ben Okafor", "Kestrel renewal 2027", "Other", 5) { Priority = "High" },
        new("Check in after the demo", 0, "Yuki Tanaka", "Fenwick evaluation", "Call", 7)
        {
            Status = "Waiting on someone else",
        },
        new("Follow up on the signed order form", 0, "Henrik Dahl", "Aldgate claims desk", "Email", 8),
        new("Walk Sofia through the order of events for launch day", 1, "Sofia Marchetti", "Lumen studio seats",
            "Call", 9),
        new("Share the Q4 price list", 1, "Tomás Herrera", "Ostrava pilot", "Email", 11),
        new("Renew the NDA", 1, "Priya Raghunathan", null, "Other", 12),
        new("Send the contract draft", -11, "Yuki Tanaka", "Fenwick evaluation", "Email", 13),
        new("Confirm the workshop agenda", -3, "Ben Okafor", "Kestrel renewal 2027", "Email", 14),
        new("Plan the quarterly review", 6, "Dana Whitfield", null, "Meeting", 18),
        new("Collect references for the tender", null, "Henrik Dahl", "Aldgate claims desk", "Other", 20)
        {
            Priority = "Low",
        },
    ];

    /// <summary>Last changed before that: outside the default window.</summary>
    private static readonly Item[] Older =
    [
        new("Book travel for the site visit", 4, "Dana Whitfield", "Fleet rollout, phase 2", "Other", 70),
        new("Ask Sofia for the floor plans", 2, "Sofia Marchetti", "Lumen studio seats", "Email", 50),
        new("Return the call from the clinic group", -2, "Grace Adeyemi", null, "Call", 120),
        new("Qualify the enquiry from the trade fair", -6, "Marcus Feld", null, "Call", 200),
        new("Read the procurement handbook", null, "Tomás Herrera", null, "Other", 300),
    ];

    private static readonly Item[] OfJonas =
    [
        new("Call Elin about the service windows", 0, "Elin Sandström", "Norrvik service desk", "Call", 2),
        new("Send the onboarding plan", 1, "Elin Sandström", "Norrvik service desk", "Email", 4)
        {
            Priority = "High",
        },
        new("Introduce Halden to Nygaard Transport", 0, "Ola Nygaard", null, "Email", 10),
        new("Update the forecast", -1, null, null, "Other", 40),
    ];

    private static void Put(SandboxOrg org, CallContext owner, DemoRecords records, Item item)
    {
        var due = item.DueInDays is { } days ? DemoSeed.Today(org, owner).AddDays(days) : (DateOnly?)null;
        DemoSeed.Put(
            org, owner, "Task", item.HoursAgo, ("Subject", item.Subject), ("ActivityDate", due),
            ("WhoId", records.Find(item.Person)), ("WhatId", records.Find(item.Opportunity)), ("Type", item.Type),
            ("Priority", item.Priority), ("Status", item.Status), ("Description", item.Details));
    }

    private sealed record Item(
        string Subject, int? DueInDays, string? Person, string? Opportunity, string Type, double HoursAgo)
    {
        internal string Priority { get; init; } = "Normal";
        internal string Status { get; init; } = "Not Started";
        internal string? Details { get; init; }
    }
}
