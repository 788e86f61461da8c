using System.Text.Json;
using System.Text.Json.Serialization;

namespace SalesInsight.Tests.Simulation;

/// <summary>A script that once broke a promise, short, with what it was.</summary>
/// <param name="Says">What went wrong and how it was cured, in a sentence.</param>
/// <param name="Checker">Who noticed.</param>
/// <param name="Seed">Where it came from; the script is kept, since writers of scripts change.</param>
internal sealed record BrokenScript(string Says, string Checker, ulong Seed, Script Script)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        IgnoreReadOnlyProperties = true,
        Converters = { new JsonStringEnumConverter() },
    };

    public static BrokenScript Read(string path) =>
        JsonSerializer.Deserialize<BrokenScript>(File.ReadAllText(path), Options)
        ?? throw new InvalidDataException($"{path} holds nothing");

    public void Write(string path) => File.WriteAllText(path, JsonSerializer.Serialize(this, Options) + "\n");
}
