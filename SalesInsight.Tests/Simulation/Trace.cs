using System.Security.Cryptography;
using System.Text;

namespace SalesInsight.Tests.Simulation;

/// <summary>Everything that happened, as one number; and as lines, when somebody wants to read it.</summary>
internal sealed class Trace(bool keepsLines = false) : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly List<string> _lines = [];

    public IReadOnlyList<string> Lines => _lines;

    /// <summary>16 hexadecimal digits.</summary>
    public string Hash => Convert.ToHexString(_hash.GetCurrentHash().AsSpan(0, 8));

    public void Add(string line)
    {
        _hash.AppendData(Encoding.UTF8.GetBytes(line));
        if (keepsLines) _lines.Add(line);
    }

    public void Dispose() => _hash.Dispose();
}
