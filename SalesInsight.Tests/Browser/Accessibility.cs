using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace SalesInsight.Tests.Browser;

/// <summary>What axe finds on a page and calls serious or critical; contrast included.</summary>
internal static class Accessibility
{
    // Still experimental in axe: it takes initials and the names of icons, which are hidden from readers, for the
    // label.
    private static readonly AxeRunOptions Options = new()
    {
        Rules = new() { ["label-content-name-mismatch"] = new() { Enabled = false } },
    };

    public static async Task<IReadOnlyList<string>> BreachesAsync(IPage page)
    {
        var result = await page.RunAxe(Options);
        return [.. result.Violations.Where(v => v.Impact is "serious" or "critical").SelectMany(Sentences)];
    }

    private static IEnumerable<string> Sentences(AxeResultItem violation) =>
        violation.Nodes.Select(node => $"{violation.Id}: {violation.Help}: {node.Html}");
}
