using System.Text.RegularExpressions;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace TitleWorkflow.Web.Studio;

/// <summary>
/// Serves the designer's package under <c>/studio/</c>, byte for byte: its start-up checks hashes. A compressed twin that lies
/// beside a file is sent in its place; a file whose name carries its fingerprint never changes.
/// </summary>
internal sealed partial class StudioFiles
{
    public const string Path = "/studio";

    private const string Package = "node_modules/@elsa-workflows/elsa-studio-wasm";
    private const string Published = "studio-package";

    // The package's own page names an element that is not there and asks other hosts for fonts.
    private static readonly string[] Served = ["_framework", "_content", "Elsa.Studio.Host.CustomElements.styles.css", "appsettings.json"];
    private static readonly (string Coding, string Ending)[] Twins = [("br", ".br"), ("gzip", ".gz")];

    private readonly FileExtensionContentTypeProvider types = new() { Mappings = { [".dat"] = "application/octet-stream" } };
    private readonly PhysicalFileProvider? files;

    public StudioFiles(IWebHostEnvironment environment)
    {
        // A build runs from wherever it is started, three folders below its project; tests say where that project is.
        var root = new[]
        {
            System.IO.Path.Combine(AppContext.BaseDirectory, Published),
            System.IO.Path.GetFullPath(System.IO.Path.Combine("..", "..", "..", Package), AppContext.BaseDirectory),
            System.IO.Path.Combine(environment.ContentRootPath, Package),
        }.FirstOrDefault(Directory.Exists);
        files = root is null ? null : new PhysicalFileProvider(root);
    }

    public Task ServeAsync(HttpContext http, RequestDelegate next) =>
        (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
        && http.Request.Path.StartsWithSegments(Path, out var rest)
        && Served.Contains(rest.Value!.Split('/', 3).ElementAtOrDefault(1))
        && files?.GetFileInfo(rest) is { Exists: true } file
            ? SendAsync(http, rest, file)
            : next(http);

    private Task SendAsync(HttpContext http, string path, IFileInfo file)
    {
        var headers = http.Response.Headers;
        headers.Vary = HeaderNames.AcceptEncoding;
        headers.CacheControl = Fingerprinted().IsMatch(path) ? "public,max-age=31536000,immutable" : "no-cache";
        var sent = file;
        var asked = http.Request.GetTypedHeaders().AcceptEncoding;
        foreach (var (coding, ending) in Twins.Where(t => asked.Any(a => a.Value == t.Coding && a.Quality is null or > 0)))
        {
            if (files!.GetFileInfo(path + ending) is { Exists: true } twin)
            {
                (sent, headers.ContentEncoding) = (twin, coding);
                break;
            }
        }

        var mark = new EntityTagHeaderValue($"\"{sent.LastModified.UtcTicks:x}-{sent.Length:x}\"");
        var type = types.TryGetContentType(path, out var known) ? known : "application/octet-stream";
        return TypedResults.PhysicalFile(sent.PhysicalPath!, type, entityTag: mark).ExecuteAsync(http);
    }

    [GeneratedRegex(@"\.[0-9a-z]{10}\.(wasm|js|dat)$")]
    private static partial Regex Fingerprinted();
}
