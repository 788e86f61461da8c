using System.Text;

namespace SalesInsight.Sandbox.OAuth;

/// <summary>A posted form with the app's credentials, which may come in the form or as HTTP Basic.</summary>
internal sealed class TokenRequest
{
    private const string BasicScheme = "Basic ";

    private readonly IFormCollection form;

    private TokenRequest(IFormCollection form, string clientId, string? clientSecret) =>
        (this.form, ClientId, ClientSecret) = (form, clientId, clientSecret);

    public string ClientId { get; }

    public string? ClientSecret { get; }

    /// <summary>A field of the form, empty when it was not sent.</summary>
    public string this[string field] => form[field].ToString();

    public static async Task<TokenRequest> ReadAsync(HttpRequest request)
    {
        var form = request.HasFormContentType
            ? await request.ReadFormAsync(request.HttpContext.RequestAborted)
            : FormCollection.Empty;
        return FromBasic(request.Headers.Authorization.ToString()) is var (id, secret)
            ? new TokenRequest(form, id, secret)
            : new TokenRequest(form, form["client_id"].ToString(), form["client_secret"].FirstOrDefault());
    }

    private static (string Id, string Secret)? FromBasic(string header)
    {
        if (!header.StartsWith(BasicScheme, StringComparison.OrdinalIgnoreCase)) return null;
        var encoded = header[BasicScheme.Length..].Trim();
        var bytes = new byte[encoded.Length];
        if (!Convert.TryFromBase64String(encoded, bytes, out var length)) return null;
        var parts = Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2);
        return parts.Length == 2 ? (Uri.UnescapeDataString(parts[0]), Uri.UnescapeDataString(parts[1])) : null;
    }
}
