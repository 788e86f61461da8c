using Microsoft.Playwright;
using SalesInsight.Tests.House;

namespace SalesInsight.Tests.Browser;

/// <summary>Numbered pictures of what was on the screen, kept for people to look at; git does not track them.</summary>
public sealed class Album(string folder)
{
    private readonly DirectoryInfo _folder =
        Directory.CreateDirectory(Path.Combine(SourceTree.Root, "artifacts", "screenshots", folder));

    private int _taken;

    public string Folder => _folder.FullName;

    public async Task TakeAsync(IPage page, string step)
    {
        // From the top, or a bar that sticks lies across the middle; with the icons' font, or they are missing.
        await page.EvaluateAsync("() => { scrollTo(0, 0); return document.fonts.ready.then(() => 0); }");
        await page.ScreenshotAsync(new()
        {
            Path = Path.Combine(Folder, $"{++_taken:00}-{step}.png"),
            FullPage = true,
            Animations = ScreenshotAnimations.Disabled,
        });
    }
}
