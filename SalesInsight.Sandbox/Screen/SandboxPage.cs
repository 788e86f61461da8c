namespace SalesInsight.Sandbox.Screen;

/// <summary>The frame every page stands in, and the headers that keep it safe.</summary>
internal static class SandboxPage
{
    private static readonly (string Path, string Label)[] places =
    [
        ("/", "Tasks"), ("/leads", "Leads"), ("/contacts", "Contacts"), ("/accounts", "Accounts"),
        ("/opportunities", "Opportunities"),
    ];

    /// <summary>A page of the signed-in screen.</summary>
    public static IResult Screen(HttpContext http, Viewer viewer, string title, Html body, int status = 200) =>
        Write(http, title, Html.Of($"""
            {Header(http, viewer)}
            <main id="main">{body}</main>
            """), "", status);

    /// <summary>A page of the login host: one card in the middle. <paramref name="formTargets"/> are the hosts a
    /// posted form may lead to, since Chromium holds redirects to form-action too.</summary>
    public static IResult Card(HttpContext http, string title, Html body, string formTargets = "", int status = 200) =>
        Write(http, title, Html.Of($"""
            <main id="main" class="center"><div class="brand">{Icons.Cloud}<span>Salesforce sandbox</span></div>
            <div class="card narrow">{body}</div></main>
            """), formTargets, status);

    private static IResult Write(HttpContext http, string title, Html body, string formTargets, int status)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; base-uri 'none'; "
            + $"frame-ancestors 'none'; form-action 'self'{formTargets}";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-store";
        return Results.Text(Document(title, body).ToString(), "text/html; charset=utf-8", statusCode: status);
    }

    private static Html Document(string title, Html body) => Html.Of($"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{title} | Salesforce sandbox</title>
        <link rel="stylesheet" href="/screen/screen.css">
        <link rel="icon" href="/screen/cloud.svg" type="image/svg+xml">
        <script src="/screen/screen.js" defer></script>
        </head>
        <body>
        <a class="skip" href="#main">Skip to content</a>
        <p class="banner" role="note">Salesforce sandbox - a stand-in, <span>nothing leaves this computer</span></p>
        {body}
        </body>
        </html>
        """);

    private static Html Header(HttpContext http, Viewer viewer) => Html.Of($"""
        <header class="top">
        <a class="brand" href="/">{Icons.Cloud}<span>Salesforce sandbox</span></a>
        <nav aria-label="Objects"><ul>{Html.Join(Places(viewer).Select(place => Place(http, place)))}</ul></nav>
        <form method="post" action="/logout" class="who">
        <input type="hidden" name="{FormToken.Field}" value="{viewer.FormToken}">
        <span data-testid="signed-in-user" title="{viewer.User.Username}">{viewer.User.Name}</span>
        <button class="plain" type="submit">Log Out</button>
        </form>
        </header>
        """);

    private static IEnumerable<(string Path, string Label)> Places(Viewer viewer) =>
        viewer.IsAdmin ? places.Append(("/setup", "Setup")) : places;

    private static Html Place(HttpContext http, (string Path, string Label) place)
    {
        var here = place.Path == "/"
            ? http.Request.Path == "/" || http.Request.Path.StartsWithSegments("/tasks")
            : http.Request.Path.StartsWithSegments(place.Path);
        var current = Html.When(here, () => Html.Of($" aria-current=\"page\""));
        return Html.Of($"""<li><a href="{place.Path}"{current}>{place.Label}</a></li>""");
    }
}
