namespace SalesInsight.Web.Shell;

/// <summary>Tells the browser to refuse what we never send.</summary>
internal static class SecurityHeaders
{
    public static void UseSecurityHeaders(this IApplicationBuilder app, Func<IEnumerable<string>> formTargets)
    {
        // known once the demo's Salesforce side listens, which is before the first request
        var policy = new Lazy<string>(() => Policy(formTargets()));
        app.Use((context, next) =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = policy.Value;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "same-origin";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
            return next(context);
        });
    }

    /// <summary>
    /// Scripts and style sheets from here only, nothing inline. Style attributes are allowed: Radzen places its pop-ups
    /// with them, and they cannot carry script. Browsers apply form-action to redirects as well, so the addresses
    /// where a Connect ends are listed.
    /// </summary>
    internal static string Policy(IEnumerable<string> formTargets) => string.Join("; ",
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "style-src-attr 'unsafe-inline'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        $"form-action {string.Join(' ', formTargets.Prepend("'self'"))}",
        "base-uri 'self'",
        "frame-ancestors 'none'");
}
