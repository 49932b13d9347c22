using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using TitleWorkflow.Web.Tests.Hosting;

namespace TitleWorkflow.Web.Tests.OpenApi;

/// <summary>
/// A program that has never seen this product: it knows the document and nothing else. It calls by operation, sends only what
/// the document asks for and reads only what the document promises.
/// </summary>
internal sealed class Stranger
{
    private const string Document = "/openapi/v1.json";

    private readonly Visitor visitor;
    private readonly JsonNode document;
    private string? token;

    private Stranger(Visitor visitor, JsonNode document)
    {
        this.visitor = visitor;
        this.document = document;
    }

    public static async Task<Stranger> Arrive(Visitor visitor)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Document);
        return new Stranger(visitor, (await visitor.Send(request)).Done());
    }

    public static async Task<Stranger> SignedIn(Visitor visitor, string userName, string password)
    {
        var stranger = await Arrive(visitor);
        stranger.token = (await stranger.Call("Login", body: new { userName, password }))["accessToken"].ToString();
        return stranger;
    }

    /// <summary>Calls an operation with values for its parameters and the members of its body, by the names the document gives.</summary>
    public async Task<Reply> Call(string operationId, object? parameters = null, object? body = null)
    {
        var (path, method, operation) = Find(operationId);
        using var request = new HttpRequestMessage(new HttpMethod(method), Address(path, operation, Members(parameters)));
        if (operation["parameters"]?.AsArray().FirstOrDefault(p => p!["in"]!.ToString() == "header") is { } key)
        {
            request.Headers.Add(key["name"]!.ToString(), Guid.NewGuid().ToString());
        }

        if (operation["security"] is not null)
        {
            Assert.Equal("bearer", document["components"]!["securitySchemes"]!["bearer"]!["scheme"]!.ToString());
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        Assert.Equal(operation["requestBody"] is not null, body is not null);
        request.Content = body is null ? null : Content(operation["requestBody"]!["content"]!.AsObject(), body);

        return Read(operationId, operation, await visitor.Send(request));
    }

    private (string Path, string Method, JsonNode Operation) Find(string operationId) => (
        from path in document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        where operation.Value!["operationId"]?.ToString() == operationId
        select (path.Key, operation.Key, operation.Value)).Single();

    private static string Address(string path, JsonNode operation, Dictionary<string, string> given)
    {
        var query = new List<string>();
        foreach (var (name, value) in given)
        {
            var parameter = operation["parameters"]!.AsArray().Single(p => p!["name"]!.ToString() == name)!;
            var escaped = Uri.EscapeDataString(value);
            if (parameter["in"]!.ToString() == "path")
            {
                path = path.Replace($"{{{name}}}", escaped, StringComparison.Ordinal);
            }
            else
            {
                query.Add($"{name}={escaped}");
            }
        }

        Assert.DoesNotContain('{', path);
        return query.Count == 0 ? path : $"{path}?{string.Join('&', query)}";
    }

    private HttpContent Content(JsonObject kinds, object body)
    {
        if (kinds["multipart/form-data"] is not { } form)
        {
            var json = JsonSerializer.SerializeToNode(body, JsonSerializerOptions.Web);
            new ApiSchema(document, kinds["application/json"]!["schema"]!).Accepts(json);
            return JsonContent.Create(json);
        }

        var schema = new ApiSchema(document, form["schema"]!);
        var content = new MultipartFormDataContent();
        foreach (var property in body.GetType().GetProperties())
        {
            _ = schema.Property(property.Name);
            if (property.GetValue(body) is byte[] file)
            {
                content.Add(new ByteArrayContent(file), property.Name, "paper.pdf");
            }
            else
            {
                content.Add(new StringContent($"{property.GetValue(body)}"), property.Name);
            }
        }

        return content;
    }

    private Reply Read(string operationId, JsonNode operation, Answer answer)
    {
        Assert.True((int)answer.Status is >= 200 and < 300, $"{operationId}: {(int)answer.Status} {answer.Text}");
        var promised = operation["responses"]![$"{(int)answer.Status}"];
        Assert.True(promised is not null, $"The document does not say that {operationId} answers {(int)answer.Status}.");
        var schema = promised["content"]?["application/json"]?["schema"] ?? new JsonObject();
        return new Reply(answer.Body, new ApiSchema(document, schema));
    }

    private static Dictionary<string, string> Members(object? values) =>
        values?.GetType().GetProperties().ToDictionary(p => p.Name, p => $"{p.GetValue(values)}") ?? [];
}
