using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace SalesInsight.Tests.Browser.Emails;

/// <summary>A rep at the Emails page, the program that reports what she sends, and the admin over there.</summary>
internal sealed partial class EmailDesk(IPage page, AppUnderTest app)
{
    public const string Dana = "dana.whitfield@brightwaterlogistics.example";

    /// <summary>Turns logging on and excludes a domain, by hand in the card.</summary>
    public async Task TurnOnLoggingAsync(string excluded)
    {
        await page.GotoAsync(new Uri(app.Url, "settings/salesforce/sync").ToString());
        await Here.IsAliveAsync(page);
        var card = page.GetByRole(AriaRole.Button, new() { Name = "Log Email Activity to Salesforce" });
        if (await card.GetAttributeAsync("aria-expanded") == "false") await card.ClickAsync();
        await page.Locator("#email-logging").ClickAsync();
        await page.Locator("#never-add").FillAsync(excluded);
        await page.Locator("#never-add").PressAsync("Enter");
        await Assertions.Expect(page.Locator(".chip").Filter(new() { HasText = excluded })).ToBeVisibleAsync();
        await page.Locator(".expand").First.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true })
            .ClickAsync();
        await Assertions.Expect(page.Locator("#email-logging")).ToBeCheckedAsync();
        await Assertions.Expect(page.GetByText("Changed, not saved")).ToBeHiddenAsync();
    }

    /// <summary>As a mail program does, with the demo's token for Mara.</summary>
    public async Task ReportAsync(string subject, params string[] to)
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Bearer", Token().Match(app.Log).Groups[1].Value);
        var answer = await client.PostAsJsonAsync(
            new Uri(app.Url, "api/v1/emails"),
            new
            {
                messageId = $"<{subject.Replace(' ', '.')}@halden.example>", from = "mara.visser@halden.example", to,
                subject, text = "Hello",
            },
            TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>An admin over there forbids, or allows again, activities that contain a word.</summary>
    public async Task ForbidAsync(string? word)
    {
        using var client = new HttpClient();
        var address = new Uri(app.SandboxUrl, "_sandbox/rules");
        var answer = word is null
            ? await client.DeleteAsync(address, TestContext.Current.CancellationToken)
            : await client.PostAsJsonAsync(
                address,
                new { objectName = "Task", field = "Subject", contains = word, message = "Ask legal first" },
                TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    public async Task OpenAsync()
    {
        await page.GotoAsync(new Uri(app.Url, "emails").ToString());
        await Here.IsAliveAsync(page);
    }

    /// <summary>The row comes, and changes, by itself.</summary>
    public Task SeesAsync(string subject, string state) =>
        Assertions.Expect(page.Locator(".email-row").Filter(new() { HasText = subject }))
            .ToContainTextAsync(state, new() { Timeout = Patiently.BoundMilliseconds });

    public Task OpenMailAsync(string subject) =>
        page.GetByRole(AriaRole.Button, new() { Name = subject, Exact = true }).ClickAsync();

    public Task CloseMailAsync() =>
        page.GetByRole(AriaRole.Button, new() { Name = "Close", Exact = true }).ClickAsync();

    public ILocator Line(string address) => page.Locator($"[data-address=\"{address}\"]");

    public Task SaysAsync(string address, string words) => Assertions.Expect(Line(address))
        .ToContainTextAsync(words, new() { Timeout = Patiently.BoundMilliseconds });

    public Task PressAsync(string address, string button) => Line(address)
        .GetByRole(AriaRole.Button, new() { Name = $"{button}: {address}", Exact = true }).ClickAsync();

    [GeneratedRegex(@"Mara Visser\s+(salesinsight_\S+)")]
    private static partial Regex Token();
}
