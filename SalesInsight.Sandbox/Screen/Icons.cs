namespace SalesInsight.Sandbox.Screen;

/// <summary>Line drawings, 1.5 px strokes on a 20 px field, named by the text beside them.</summary>
internal static class Icons
{
    public static readonly Html Cloud = Draw("M6 15.5a3.8 3.8 0 0 1-.4-7.6 4.6 4.6 0 0 1 8.8.9 3.4 3.4 0 0 1-.4 6.7z");
    public static readonly Html Check = Draw("M4.5 10.5l3.5 3.5 7.5-8");
    public static readonly Html Chevron = Draw("M8 5l5 5-5 5");
    public static readonly Html Flag = Draw("M5.5 17V3.5M5.5 4h9l-2 3.5 2 3.5h-9");

    private static Html Draw(string path) => Html.Of($"""
        <svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false"><path d="{path}"/></svg>
        """);
}
