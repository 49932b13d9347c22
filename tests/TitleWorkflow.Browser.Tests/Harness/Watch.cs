using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace TitleWorkflow.Browser.Tests.Harness;

/// <summary>Writes down which pages were shown and which of their forms were refused, as the program itself saw it.</summary>
internal sealed class Watch : IStartupFilter
{
    private readonly ConcurrentDictionary<string, byte> seen = new();

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (http, then) =>
        {
            await then(http);
            if (http.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                Note(page.ViewEnginePath, http);
            }
        });
        next(app);
    };

    /// <summary>Forgets what was seen.</summary>
    public void Begin() => seen.Clear();

    /// <summary>Pages of the endpoint table that were not shown, and form handlers that were not refused on their page.</summary>
    public async Task<IReadOnlyList<string>> UnseenAsync(IServiceProvider services, IReadOnlyCollection<string> exempt)
    {
        var loader = services.GetRequiredService<PageLoader>();
        var unseen = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints)
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                var compiled = await loader.LoadAsync(page, EndpointMetadataCollection.Empty);
                unseen.UnionWith(compiled.HandlerMethods.Where(h => h.HttpMethod == "Post").Select(h => Form(page.ViewEnginePath, h.Name)));
                unseen.Add(page.ViewEnginePath);
            }
        }

        unseen.ExceptWith(seen.Keys);
        var idle = exempt.Where(e => !unseen.Contains(e)).Select(e => e + " needs no exemption").ToList();
        unseen.ExceptWith(exempt);
        return [.. unseen, .. idle];
    }

    private static string Form(string page, string? handler) => $"POST {page} {handler}".TrimEnd();

    private void Note(string page, HttpContext http)
    {
        if (HttpMethods.IsPost(http.Request.Method) && http.Response.StatusCode >= StatusCodes.Status400BadRequest)
        {
            seen.TryAdd(Form(page, Handler(http)), 0);
        }
        else if (http.Response.StatusCode != StatusCodes.Status302Found)
        {
            seen.TryAdd(page, 0);
        }
    }

    private static string? Handler(HttpContext http) =>
        http.Request.Query["handler"].ToString() is { Length: > 0 } name ? char.ToUpperInvariant(name[0]) + name[1..] : null;
}
