namespace SalesInsight.Tests.Simulation.World;

/// <summary>What a request of the engine does, by its text.</summary>
internal static class Requests
{
    private const string CreatingPart =
        "\"method\":\"POST\",\"url\":\"/services/data/v62.0/composite/sobjects\"";

    public static Moment Kind(this HttpRequestMessage request) =>
        request.Writes() ? Moment.BeforeWrite : request.Reads() ? Moment.BeforeRead : Moment.Any;

    public static bool Writes(this HttpRequestMessage request) =>
        request.Body().Contains("/composite/sobjects", StringComparison.Ordinal);

    public static bool Creates(this HttpRequestMessage request) =>
        request.Body().Contains(CreatingPart, StringComparison.Ordinal);

    public static string Body(this HttpRequestMessage request) =>
        request.Content is null ? "" : Now.Of(request.Content.ReadAsStringAsync());

    private static bool Reads(this HttpRequestMessage request) =>
        (request.RequestUri!.AbsolutePath + request.Body()).Contains("/queryAll", StringComparison.Ordinal);
}
