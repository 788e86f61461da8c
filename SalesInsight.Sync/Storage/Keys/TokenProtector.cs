using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace SalesInsight.Sync.Storage.Keys;

internal sealed class TokenProtector(IDataProtectionProvider provider) : ITokenProtector
{
    private readonly IDataProtector _protector = provider.CreateProtector("SalesInsight.SalesforceTokens.v1");

    public string Protect(string token) => _protector.Protect(token);

    public string? TryUnprotect(string text)
    {
        try
        {
            return _protector.Unprotect(text);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
