using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;

namespace SalesInsight.Sync.Storage.Keys;

/// <summary>
/// Undoes <see cref="WrappedXmlEncryptor"/>. Its name is stored with every key and the framework creates it with the
/// service provider, so neither name nor constructor may change.
/// </summary>
internal sealed class WrappedXmlDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement)
    {
        var key = services.GetRequiredService<WrappingKeySource>().Key;
        return XElement.Parse(Encoding.UTF8.GetString(key.Unwrap(encryptedElement.Value)));
    }
}
