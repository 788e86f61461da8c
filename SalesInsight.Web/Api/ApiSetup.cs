using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.OpenApi;
using SalesInsight.Web.Api.Emails;
using SalesInsight.Web.Api.Runs;
using SalesInsight.Web.Api.Tasks;
using SalesInsight.Web.Api.Tokens;

namespace SalesInsight.Web.Api;

/// <summary>
/// What scripts use: /api/v1, described at /openapi/v1.json. A call is thin, over the services the pages use. No cookie
/// counts, so no other site can call in a person's name; no CORS, so none can read an answer.
/// </summary>
internal static class ApiSetup
{
    public const string Base = $"{ApiErrors.Root}/v1";
    public const string LimitPolicy = "api";

    public static void AddApi(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, ApiTokenHandler>(ApiAccess.Scheme, null);
        services.AddSingleton<EmailReporter>();
        services.AddRateLimiter(options => options.AddPolicy<string, ApiLimit>(LimitPolicy));
        services.ConfigureHttpJsonOptions(options => options.SerializerOptions.Converters.Add(
            new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false)));
        services.AddOpenApi("v1", options => {
            options.ShouldInclude = call => call.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) == true;
            options.AddDocumentTransformer((document, _, _) => {
                Describe(document);
                return Task.CompletedTask;
            });
        });
    }

    public static void MapApi(this WebApplication app)
    {
        app.MapOpenApi().AllowAnonymous();
        var api = app.MapGroup(Base).RequireRateLimiting(LimitPolicy);
        api.MapTasks();
        api.MapSync();
        api.MapEmails();
        // or the fallback would send a script to the sign-in page
        app.Map($"{ApiErrors.Root}/{{**rest}}", () => ApiProblem.UnknownCall.Answer())
            .RequireAuthorization(ApiAccess.Token).RequireRateLimiting(LimitPolicy).ExcludeFromDescription();
    }

    private static void Describe(OpenApiDocument document)
    {
        const string scheme = "token";
        document.Info = new OpenApiInfo
        {
            Title = "SalesInsight",
            Version = "v1",
            Description = "Your reminder tasks and email, and their way to Salesforce. Make a token under Settings, My "
                + "Account, API tokens. Every failure is application/problem+json with a stable code: docs/api.md.",
        };
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [scheme] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer" },
        };
        document.Security = [new() { [new OpenApiSecuritySchemeReference(scheme, document)] = [] }];
    }
}
