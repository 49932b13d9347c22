using Microsoft.Extensions.Localization;
using TitleWorkflow.Engine.Activities;

namespace TitleWorkflow.Web.Studio;

/// <summary>What the designer's lists are called in the reader's language. A step nobody has named says what its class says.</summary>
internal sealed class StudioWords(IStringLocalizer texts)
{
    public string Activity(ActivityDescriptor step) => Find($"designer.activity.{step.TypeName}") ?? step.DisplayName;

    public string? Description(ActivityDescriptor step) => Find($"designer.activity.{step.TypeName}.text") ?? step.Description;

    public string Category(string category) => Find($"designer.category.{category}") ?? category;

    public string Input(InputDescriptor input) => Input(input.Name, input.DisplayName);

    public string Input(string name, string otherwise) => Find($"designer.input.{name}") ?? otherwise;

    public string Port(string name) => Find($"designer.port.{name}") ?? Find($"workitems.outcome.{name}") ?? name;

    public string Expression(string type) => texts["designer.expression." + type];

    public string Type(string type) => texts["designer.type." + type];

    public string Driver(string driver) => texts["designer.driver." + driver];

    public string Strategy(string strategy) => texts["designer.strategy." + strategy];

    /// <summary>The word of a choice; the choice itself where nobody has named it.</summary>
    public string Choice(string family, string choice) => Find(family + choice) ?? choice;

    private string? Find(string key) => texts[key] is { ResourceNotFound: false } found ? found.Value : null;
}
