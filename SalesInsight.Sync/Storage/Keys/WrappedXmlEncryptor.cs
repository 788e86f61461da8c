using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace SalesInsight.Sync.Storage.Keys;

/// <summary>Encrypts each key before it is stored: <c>&lt;wrapped&gt;base64&lt;/wrapped&gt;</c>.</summary>
internal sealed class WrappedXmlEncryptor(WrappingKeySource source) : IXmlEncryptor
{
    public const string ElementName = "wrapped";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var wrapped = new XElement(ElementName, source.Key.Wrap(plain));
        return new EncryptedXmlInfo(wrapped, typeof(WrappedXmlDecryptor));
    }
}
