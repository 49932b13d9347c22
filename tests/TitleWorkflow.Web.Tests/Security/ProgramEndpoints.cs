using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace TitleWorkflow.Web.Tests.Security;

/// <summary>Everything the running program answers to: method and address, every parameter written as <c>{}</c>.</summary>
internal static class ProgramEndpoints
{
    /// <summary>Pages by act, endpoints by method; those that take any method as <c>ANY</c>. Static files are left out.</summary>
    public static async Task<IReadOnlySet<string>> Acts(IServiceProvider services)
    {
        var acts = new HashSet<string>(StringComparer.Ordinal);
        foreach (var endpoint in All(services).Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null))
        {
            var address = Address(endpoint.RoutePattern);
            acts.UnionWith(endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page
                ? (await Handlers(services, page)).Select(handler => $"{handler.Method} {address}{handler.Query}")
                : Methods(endpoint).Select(method => $"{method} {address}"));
        }

        return acts;
    }

    public static IReadOnlyList<RouteEndpoint> StaticFiles(IServiceProvider services) =>
        [.. All(services).Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)];

    private static IEnumerable<RouteEndpoint> All(IServiceProvider services) =>
        services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    // HEAD is answered as GET is, without the body.
    private static IEnumerable<string> Methods(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Where(m => !HttpMethods.IsHead(m)) ?? ["ANY"];

    // A page without a handler for GET is shown all the same.
    private static async Task<IEnumerable<(string Method, string Query)>> Handlers(IServiceProvider services, PageActionDescriptor page)
    {
        var compiled = await services.GetRequiredService<PageLoader>().LoadAsync(page, EndpointMetadataCollection.Empty);
        return compiled.HandlerMethods
            .Select(h => (h.HttpMethod.ToUpperInvariant(), h.Name is { } name ? $"?handler={name}" : ""))
            .Append(("GET", ""));
    }

    private static string Address(RoutePattern pattern) => "/" + string.Join('/', pattern.PathSegments.Select(segment =>
        string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => literal.Content.ToLowerInvariant(),
            RoutePatternSeparatorPart separator => separator.Content,
            _ => "{}",
        }))));
}
