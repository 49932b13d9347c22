using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Api;

/// <summary>Makes the OpenAPI document enough for a stranger: bearer sign-in, idempotency header, plain ids, roles.</summary>
internal static class ApiDocument
{
    private const string Bearer = "bearer";

    private static OpenApiSchema Id => new() { Type = JsonSchemaType.String, Format = "uuid" };

    public static void Configure(OpenApiOptions options)
    {
        options.ShouldInclude = description => description.RelativePath?.StartsWith("api/v1", StringComparison.Ordinal) == true;
        options.CreateSchemaReferenceId = Name;
        options.AddDocumentTransformer(Describe);
        options.AddOperationTransformer(Describe);
        options.AddSchemaTransformer(Describe);
    }

    // Every slice has its own Result: without the slice's name one schema would stand for all of them.
    private static string? Name(JsonTypeInfo json) => json.Type.DeclaringType is { } slice
        && OpenApiOptions.CreateDefaultSchemaReferenceId(json) is { } name
        ? slice.Name.Replace("Endpoints", "", StringComparison.Ordinal) + name
        : OpenApiOptions.CreateDefaultSchemaReferenceId(json);

    private static Task Describe(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken ct)
    {
        document.Info = new OpenApiInfo
        {
            Title = "TitleWorkflow",
            Version = "v1",
            Description = "Professional-title review from the first form to the certificate. Sign in with "
                + "POST /api/v1/identity/login, send the access token as bearer. What to do next is always a work item: "
                + "GET /api/v1/work-items lists what is yours or open to your role. Whatever is not done is answered with a "
                + "problem (RFC 9457): 400 names fields in errors, or in cause what could not be read; 404 is said of what is "
                + "not there and of what is not yours; 409 names the broken rule in code, its source, and all of them in rules.",
        };
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[Bearer] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = Bearer };

        return Task.CompletedTask;
    }

    private static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (Who(metadata) is { } who)
        {
            operation.Description = $"{operation.Description}\n\nFor: {who}.".Trim();
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, context.Document)] = [] }];
        }

        if (context.Description.HttpMethod != "GET" && !metadata.OfType<NeedsNoKey>().Any() && metadata.OfType<IAuthorizeData>().Any())
        {
            operation.Parameters ??= [];
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = RequestKey.Header,
                In = ParameterLocation.Header,
                Required = true,
                Description = "A fresh unique value; the same value again returns the first answer.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = 100 },
            });
        }

        return Task.CompletedTask;
    }

    private static string? Who(IList<object> metadata) => metadata.OfType<IAuthorizeData>().LastOrDefault() switch
    {
        ForRolesAttribute { Held.Count: 0 } => "anybody signed in",
        ForRolesAttribute access => string.Join(", ", access.Held),
        ForAllButAttribute access => $"anybody signed in but {string.Join(", ", access.Kept)}",
        _ => null,
    };

    private static Task Describe(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken ct)
    {
        var type = context.JsonTypeInfo.Type;
        if (IdJson.IsId(Nullable.GetUnderlyingType(type) ?? type))
        {
            schema.Type = JsonSchemaType.String | (Nullable.GetUnderlyingType(type) is null ? 0 : JsonSchemaType.Null);
            schema.Format = Id.Format;
        }

        // A converter hides what it reads, so a list of ids would say nothing of its items.
        if (context.JsonTypeInfo.ElementType is { } item && IdJson.IsId(item))
        {
            schema.Items = Id;
        }

        return Task.CompletedTask;
    }
}
