using System.Text.RegularExpressions;

namespace SalesInsight.Tests.House;

/// <summary>What a person reads on a screen comes from resources, and every key a screen names is there.</summary>
internal static partial class ScreenRules
{
    public static IReadOnlyList<HouseRule> All { get; } =
    [
        HouseRule.PerFile("screens-speak-from-resources", f => f.IsRazor, LiteralTexts),
        new("resource-keys-exist", MissingKeys),
    ];

    private static IEnumerable<string> LiteralTexts(SourceFile file)
    {
        var markup = CodeBlock().Split(NotForReading().Replace(file.Text, ""))[0];
        return TextNode().Matches(markup).Concat(ReadAttribute().Matches(markup))
            .Select(m => $"'{m.Groups["text"].Value}' belongs in a .resx");
    }

    // A localizer answers an unknown key with the key itself: nothing fails, and "Sync.Now" stands on the button.
    private static IEnumerable<Finding> MissingKeys(IReadOnlyList<SourceFile> files)
    {
        var resources = files.Where(f => f.Is(".resx")).ToLookup(NameOf, KeysOf);
        var texts = files.Where(f => f.IsCSharp || f.IsRazor).ToDictionary(f => f.Path, f => f.Text);
        foreach (var (path, text) in texts.Where(t => t.Key.StartsWith("SalesInsight.Web/", StringComparison.Ordinal)))
            foreach (Match localizer in Localizer().Matches(text))
            {
                var known = resources[localizer.Groups["type"].Value].SelectMany(keys => keys).ToHashSet();
                var both = text + texts.GetValueOrDefault(path + ".cs");
                foreach (var key in KeysAsked(both, localizer.Groups["name"].Value).Where(k => !known.Contains(k)))
                    yield return new Finding(path, $"'{key}' is not in {localizer.Groups["type"].Value}.resx");
            }
    }

    private static string NameOf(SourceFile file) => Path.GetFileNameWithoutExtension(file.Path);

    private static IEnumerable<string> KeysOf(SourceFile file) =>
        ResourceKey().Matches(file.Text).Select(m => m.Groups["key"].Value);

    private static IEnumerable<string> KeysAsked(string text, string localizer) =>
        Regex.Matches(text, $@"\b{localizer}\[""(?<key>[^""{{]+)""").Select(m => m.Groups["key"].Value).Distinct();

    [GeneratedRegex(@"@\*.*?\*@|<kbd\b.*?</kbd>", RegexOptions.Singleline)]
    private static partial Regex NotForReading();

    [GeneratedRegex(@"^@code\b", RegexOptions.Multiline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@">\s*(?<text>[^<>@{}]*?[A-Za-z]{2,}[^<>@{}]*?)\s*</")]
    private static partial Regex TextNode();

    [GeneratedRegex(@"\b(aria-label|title|placeholder|alt|Title|Text|Label|Placeholder)"
        + @"=""(?<text>[^""@]*[A-Za-z]{2,}[^""@]*)""")]
    private static partial Regex ReadAttribute();

    [GeneratedRegex(@"\bIStringLocalizer<(?<type>\w+)> (?<name>\w+)")]
    private static partial Regex Localizer();

    [GeneratedRegex("<data name=\"(?<key>[^\"]+)\"")]
    private static partial Regex ResourceKey();
}
