namespace SalesInsight.Sandbox.Org;

/// <summary>One refusal as Salesforce words it: code, message and the fields it is about (facts 3.1).</summary>
public sealed record SandboxError(string Code, string Message, params string[] Fields)
{
    public bool Equals(SandboxError? other) =>
        other is not null && Code == other.Code && Message == other.Message && Fields.SequenceEqual(other.Fields);

    public override int GetHashCode() => HashCode.Combine(Code, Message);
}
