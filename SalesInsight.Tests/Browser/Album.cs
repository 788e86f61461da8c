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

    public Task TakeAsync(IPage page, string step) => page.ScreenshotAsync(new()
    {
        Path = Path.Combine(Folder, $"{++_taken:00}-{step}.png"),
        FullPage = true,
        Animations = ScreenshotAnimations.Disabled,
    });
}
