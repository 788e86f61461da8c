using Bunit;
using Microsoft.Extensions.DependencyInjection;
using SalesInsight.Web.Ui;

namespace SalesInsight.Tests.Web.Ui;

public sealed class ToastHostTests : ComponentTest
{
    public ToastHostTests() => Services.AddScoped<Toasts>();

    private Toasts Toasts => Services.GetRequiredService<Toasts>();

    [Fact]
    public async Task Toast_WhileASheetIsOpen_IsShownInItAndNotBehindIt()
    {
        var page = Render<ToastHost>();
        var sheet = Render<ToastHost>();
        await page.InvokeAsync(() => Toasts.Show(new Toast("Put back")));

        (Shown(page), Shown(sheet)).Should().Be((0, 1));
        await page.InvokeAsync(sheet.Instance.Dispose);

        Shown(page).Should().Be(1, "what was said in a sheet is still to be read when it closes");
    }

    [Fact]
    public async Task Toast_ShownBeforeASheetOpens_MovesIntoIt()
    {
        var page = Render<ToastHost>();
        await page.InvokeAsync(() => Toasts.Show(new Toast("Deleted", "Undo", () => Task.CompletedTask)));

        var sheet = Render<ToastHost>();

        page.WaitForAssertion(() => (Shown(page), Shown(sheet)).Should().Be((0, 1)));
    }

    private static int Shown(IRenderedComponent<ToastHost> host) => host.FindAll(".toast").Count;
}
