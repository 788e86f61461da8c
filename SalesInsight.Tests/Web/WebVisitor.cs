using System.Net;
using System.Text.RegularExpressions;

namespace SalesInsight.Tests.Web;

/// <summary>A browser without scripts: keeps cookies, fills in forms with what the page hid in them.</summary>
public sealed partial class WebVisitor(HttpClient client)
{
    public Task<HttpResponseMessage> GetAsync(string path) =>
        client.GetAsync(path, TestContext.Current.CancellationToken);

    public async Task<string> ReadAsync(string path)
    {
        var answer = await GetAsync(path);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Posts the fields together with the hidden ones of the page's last form.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(
        string page, string target, params (string Name, string Value)[] fields)
    {
        var html = await ReadAsync(page);
        var hidden = Hidden().Matches(html)
            .GroupBy(field => field.Groups["name"].Value)
            .Select(group => (Name: group.Key, group.Last().Groups["value"].Value));
        return await PostAsync(target, [.. hidden.Where(h => fields.All(f => f.Name != h.Name)), .. fields]);
    }

    public Task<HttpResponseMessage> PostAsync(string target, params (string Name, string Value)[] fields) =>
        client.PostAsync(
            target,
            new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
            TestContext.Current.CancellationToken);

    public Task<HttpResponseMessage> SignInAsync(string email, string password) => SubmitAsync(
        "/account/sign-in", "/account/sign-in", ("Input.Email", email), ("Input.Password", password));

    public async Task<WebVisitor> AsDemoPersonAsync(string email)
    {
        var answer = await SubmitAsync("/account/sign-in", "/demo/sign-in", ("person", email));
        answer.StatusCode.Should().Be(HttpStatusCode.Redirect);
        return this;
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"")]
    private static partial Regex Hidden();
}
