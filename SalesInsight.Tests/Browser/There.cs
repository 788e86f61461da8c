using Microsoft.Playwright;

namespace SalesInsight.Tests.Browser;

/// <summary>A rep at the Salesforce side: the screen of the sandbox, in a tab of its own.</summary>
internal sealed class There(IPage page, Uri url)
{
    public IPage Page => page;

    public ILocator Subject(string subject) => Row(subject).GetByRole(AriaRole.Link);

    public async Task SignInAsync(string username)
    {
        await page.GotoAsync(url.ToString());
        if (await Choice(page, username).IsVisibleAsync())
            await LogInAsync(page, username);
        await Assertions.Expect(page.GetByTestId("signed-in-user")).ToBeVisibleAsync();
    }

    /// <summary>The login page, wherever it was met.</summary>
    public static Task LogInAsync(IPage page, string username) => Choice(page, username).ClickAsync();

    /// <summary>The consent page says yes.</summary>
    public static Task AllowAsync(IPage page) =>
        page.GetByRole(AriaRole.Button, new() { Name = "Allow", Exact = true }).ClickAsync();

    public Task ListAsync(string view = "open") => page.GotoAsync(new Uri(url, $"?view={view}").ToString());

    /// <summary>Looks again and again, since what was done here takes a moment to arrive there.</summary>
    public Task SeesAsync(string subject, string view = "open") =>
        Patiently.UntilAsync(async () =>
        {
            await ListAsync(view);
            return await Subject(subject).CountAsync() == 1;
        });

    public async Task CreateAsync(string subject, DateOnly due)
    {
        await ListAsync();
        await page.GetByTestId("new-task").ClickAsync();
        await page.GetByLabel("Subject").FillAsync(subject);
        await page.GetByLabel("Due Date").FillAsync(due.ToString("O"));
        await page.GetByTestId("save").ClickAsync();
        await Assertions.Expect(page.GetByTestId("task-form")).ToBeHiddenAsync();
    }

    public async Task RenameAsync(string subject, string renamed)
    {
        await OpenAsync(subject);
        await page.GetByTestId("edit").ClickAsync();
        await page.GetByLabel("Subject").FillAsync(renamed);
        await page.GetByTestId("save").ClickAsync();
        await Assertions.Expect(page.GetByTestId("subject")).ToHaveTextAsync(renamed);
    }

    public async Task CompleteAsync(string subject)
    {
        await OpenAsync(subject);
        await page.GetByTestId("complete").ClickAsync();
        await SeesCompletedAsync(subject);
    }

    public Task SeesCompletedAsync(string subject) =>
        Patiently.UntilAsync(async () =>
        {
            await ListAsync("all");
            return await Row(subject).GetByText("Completed").CountAsync() == 1;
        });

    public async Task DeleteAsync(string subject)
    {
        await OpenAsync(subject);
        await page.GetByTestId("delete").ClickAsync();
        await Assertions.Expect(Subject(subject)).ToBeHiddenAsync();
    }

    public async Task RestoreAsync(string subject)
    {
        await ListAsync("bin");
        await Row(subject).GetByTestId("restore").ClickAsync();
        await SeesAsync(subject);
    }

    private ILocator Row(string subject) => page.GetByTestId("task")
        .Filter(new() { Has = page.GetByRole(AriaRole.Link, new() { Name = subject, Exact = true }) });

    private static ILocator Choice(IPage page, string username) => page.GetByTestId($"login-as-{username}");

    private async Task OpenAsync(string subject)
    {
        await ListAsync();
        await Subject(subject).ClickAsync();
    }
}
