using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using SalesInsight.Sandbox.Org;

namespace SalesInsight.Sandbox.Rest;

/// <summary>One answer; the body is JSON, already written, so that it shows what was true when it was made.</summary>
internal sealed record RestResponse(int Status, ReadOnlyMemory<byte> Body)
{
    private static readonly JsonWriterOptions WriterOptions = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    internal IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>A 200 of a collection in which a record was refused.</summary>
    internal bool HasItemErrors { get; init; }

    /// <summary>Code of the first error of a refusal.</summary>
    internal string? ErrorCode { get; init; }

    internal bool Failed => Status >= 300;

    internal static RestResponse Empty(int status) => new(status, default);

    internal static RestResponse Json(int status, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions)) write(writer);
        return new RestResponse(status, buffer.WrittenMemory);
    }

    internal static RestResponse Refused(params IReadOnlyList<SandboxError> errors) =>
        Json(ErrorStatus.Of(errors[0].Code), writer => WriteErrors(writer, errors)) with
        {
            ErrorCode = errors[0].Code,
        };

    internal static RestResponse Refused(int status, string code, string message) =>
        Json(status, writer => WriteErrors(writer, [new SandboxError(code, message)]));

    internal static RestResponse NotFound() =>
        Refused(404, "NOT_FOUND", "The requested resource does not exist");

    internal static RestResponse WrongMethod(string method, string allowed) => Refused(
        405, "METHOD_NOT_ALLOWED", $"HTTP Method '{method}' not allowed. Allowed are {allowed}");

    internal static void WriteFields(Utf8JsonWriter writer, SandboxError error)
    {
        writer.WriteStartArray("fields");
        foreach (var field in error.Fields) writer.WriteStringValue(field);
        writer.WriteEndArray();
    }

    /// <summary>The array of whole-request errors (facts 3.1); fields are left out where there are none.</summary>
    private static void WriteErrors(Utf8JsonWriter writer, IReadOnlyList<SandboxError> errors)
    {
        writer.WriteStartArray();
        foreach (var error in errors)
        {
            writer.WriteStartObject();
            writer.WriteString("message", error.Message);
            writer.WriteString("errorCode", error.Code);
            if (error.Fields.Length > 0 || error.Code == "ENTITY_IS_DELETED") WriteFields(writer, error);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
