using System.Net;
using System.Net.Http.Headers;
using Microsoft.Playwright;

namespace SalesInsight.Tests.Browser;

/// <summary>A token made by hand in a real browser works in a script, and the page can be looked at.</summary>
[Collection(BrowserCollection.Name)]
[Trait("Category", "Browser")]
public sealed class ApiTokensLookTests(Chromium chromium)
{
    [Fact]
    public async Task Token_MadeOnThePage_WorksUntilItIsRevokedThere()
    {
        await using var app = await AppUnderTest.StartAsync(TestContext.Current.CancellationToken);
        foreach (var screen in new[] { Screen.Desktop, Screen.PhoneDark })
        {
            await using var context = await chromium.SitDownAsync(screen);
            await context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
            var (watch, page) = (new ConsoleWatch(context), await context.NewPageAsync());
            var album = new Album($"api-tokens-{screen}");

            await new Here(page, app.Url, screen).SignInAsync("Jonas Lindqvist");
            await page.GotoAsync(new Uri(app.Url, "settings/api-tokens").ToString());
            // what is typed before the page comes alive is lost
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            await page.GetByLabel("Name").FillAsync($"Nightly import {screen}");
            await album.TakeAsync(page, "form");
            await page.GetByRole(AriaRole.Button, new() { Name = "Create token" }).ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Copy" }).ClickAsync();
            await Assertions.Expect(page.GetByText("Token copied")).ToBeVisibleAsync();
            await album.TakeAsync(page, "shown");
            var token = await page.EvaluateAsync<string>("() => navigator.clipboard.readText()");
            (await CallAsync(app, token)).Should().Be(HttpStatusCode.OK);

            await page.GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();
            await page.GetByLabel($"Revoke Nightly import {screen}").ClickAsync();
            await album.TakeAsync(page, "revoke");
            (await Accessibility.BreachesAsync(page)).Should().BeEmpty();
            await page.Locator(".ask").GetByRole(AriaRole.Button, new() { Name = "Revoke" }).ClickAsync();
            await Assertions.Expect(page.GetByText("Token revoked")).ToBeVisibleAsync();
            (await CallAsync(app, token)).Should().Be(HttpStatusCode.Unauthorized);
            watch.Complaints.Should().BeEmpty();
        }
    }

    private static async Task<HttpStatusCode> CallAsync(AppUnderTest app, string token)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(app.Url, "api/v1/tasks"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return (await client.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode;
    }
}
