using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using TitleWorkflow.Application.Workflows.Drafts;
using TitleWorkflow.Web.Api;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Workflows;

namespace TitleWorkflow.Web.Studio;

/// <summary>What the designer must know before it can draw: steps, expressions, types, strategies.</summary>
internal static class DescriptorEndpoints
{
    private static readonly string[] Types = ["String", "Boolean", "Int32", "Decimal", "DateTimeOffset", "DateOnly", "Object"];
    private static readonly string[] Activations = ["AllowAlwaysStrategy", "SingletonStrategy", "CorrelationStrategy", "CorrelatedSingletonStrategy"];
    private static readonly string[] Incidents = ["FaultStrategy", "ContinueWithIncidentsStrategy"];
    private static readonly string[] Journals = ["Include", "Exclude"];
    private static readonly string[] Drivers = ["WorkflowInstanceStorageDriver", "MemoryStorageDriver"];

    public static void MapDescriptors(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/descriptors");
        group.MapGet("/activities", StepsAsync).ForRoles(FlowReaders.Roles);
        group.MapGet("/expression-descriptors", Expressions).ForRoles(FlowReaders.Roles);
        group.MapGet("/variables", VariableTypes).ForRoles(FlowReaders.Roles);
        group.MapGet("/storage-drivers", StorageDrivers).ForRoles(FlowReaders.Roles);
        group.MapGet("/output-converters", () => List<object>([])).ForRoles(FlowReaders.Roles);
        group.MapGet("/workflow-activation-strategies", (StudioWords words) => Strategies(
            words, Activations, "Elsa.Workflows.ActivationValidators.{0}, Elsa.Workflows.Core")).ForRoles(FlowReaders.Roles);
        group.MapGet("/incident-strategies", (StudioWords words) => Strategies(
            words, Incidents, "Elsa.Workflows.IncidentStrategies.{0}, Elsa.Workflows.Core")).ForRoles(FlowReaders.Roles);
        group.MapGet("/log-persistence-strategies", (StudioWords words) => Strategies(
            words, Journals, "Elsa.Workflows.LogPersistence.Strategies.{0}, Elsa.Workflows.Core")).ForRoles(FlowReaders.Roles);
        group.MapGet("/commit-strategies/{kind}", () => List<object>([])).ForRoles(FlowReaders.Roles);
        api.MapGet("/features/installed", () => List<object>([Feature("RealTimeWorkflowUpdates")])).ForRoles(FlowReaders.Roles);

        // A read in the shape of a write: nothing is suggested while somebody writes a script.
        api.MapPost("/scripting/javascript/type-definitions/{definitionId}", () => TypedResults.Text(""))
            .WithMetadata(new NeedsNoKey()).ForRoles(FlowReaders.Roles);
    }

    private static async Task<Ok<Listed<object>>> StepsAsync(ISender sender, StepDescriptors steps, CancellationToken ct) =>
        List<object>(
        [
            .. steps.All((await sender.Send(new ListStepTypes.Query(), ct)).Types, await sender.Send(new ListStepChoices.Query(), ct)),
        ]);

    private static Ok<Listed<object>> Expressions(StudioWords words) => List<object>(
    [
        Expression("Literal", "Literal", false, null),
        Expression("Object", "Object", false, "json"),
        Expression("Variable", words.Expression("Variable"), true, null),
        Expression("Input", words.Expression("Input"), true, null),
        Expression("JavaScript", "JavaScript", true, "javascript"),
    ]);

    private static object Feature(string name) =>
        new { Name = name, Namespace = "Elsa", FullName = $"Elsa.{name}", DisplayName = name, Description = "" };

    private static object Expression(string type, string name, bool isBrowsable, string? language) => new
    {
        Type = type,
        DisplayName = name,
        IsSerializable = true,
        IsBrowsable = isBrowsable,
        Properties = language is null ? [] : new Dictionary<string, string> { ["MonacoLanguage"] = language },
    };

    private static Ok<Listed<object>> VariableTypes(StudioWords words) => List<object>(
    [
        .. Types.Select(type => new { TypeName = type, DisplayName = words.Type(type), Category = words.Category("Primitives"), Description = (string?)null }),
    ]);

    private static Ok<Listed<object>> StorageDrivers(StudioWords words) => List<object>(
    [
        .. Drivers.Select((driver, place) => new
        {
            TypeName = $"Elsa.Workflows.{driver}, Elsa.Workflows.Core",
            DisplayName = words.Driver(driver),
            Priority = Drivers.Length - place,
            Deprecated = false,
        }),
    ]);

    private static Ok<Listed<object>> Strategies(StudioWords words, string[] names, string typeName) => List<object>(
    [
        .. names.Select(name => new
        {
            TypeName = typeName.Replace("{0}", name, StringComparison.Ordinal),
            DisplayName = words.Strategy(name),
            Description = (string?)null,
        }),
    ]);

    private static Ok<Listed<T>> List<T>(IReadOnlyList<T> items) => TypedResults.Ok(new Listed<T>(items, items.Count));

    /// <param name="Items">What there is.</param>
    /// <param name="Count">How much.</param>
    internal sealed record Listed<T>(IReadOnlyList<T> Items, int Count);
}
