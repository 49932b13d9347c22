using FluentValidation.Results;
using Microsoft.Extensions.Localization;

namespace TitleWorkflow.Web.Problems;

/// <summary>
/// Says what is wrong with a field. A validator's message that is a text key is looked up; else the kind of check
/// decides; else the message stands as it is.
/// </summary>
internal sealed class FieldErrors(IStringLocalizer texts)
{
    private static readonly Dictionary<string, string[]> Placeholders = new()
    {
        ["NotEmptyValidator"] = [],
        ["NotNullValidator"] = [],
        ["EnumValidator"] = [],
        ["EmailValidator"] = [],
        ["RegularExpressionValidator"] = [],
        ["PredicateValidator"] = [],
        ["NotEqualValidator"] = [],
        ["MaximumLengthValidator"] = ["MaxLength", "TotalLength"],
        ["MinimumLengthValidator"] = ["MinLength", "TotalLength"],
        ["ExactLengthValidator"] = ["MaxLength", "TotalLength"],
        ["LengthValidator"] = ["MinLength", "MaxLength"],
        ["EqualValidator"] = ["ComparisonValue"],
        ["GreaterThanValidator"] = ["ComparisonValue"],
        ["GreaterThanOrEqualValidator"] = ["ComparisonValue"],
        ["LessThanValidator"] = ["ComparisonValue"],
        ["LessThanOrEqualValidator"] = ["ComparisonValue"],
        ["InclusiveBetweenValidator"] = ["From", "To"],
        ["UnknownHeading"] = ["Heading"],
        ["MissingHeading"] = ["Heading"],
        ["UnknownField"] = ["Number", "Line"],
        ["FieldRequired"] = ["Label"],
        ["FieldText"] = ["Label"],
        ["FieldNumber"] = ["Label"],
        ["FieldDate"] = ["Label"],
        ["FieldYesNo"] = ["Label"],
        ["FieldChoice"] = ["Label"],
    };

    public string Describe(ValidationFailure failure)
    {
        var own = texts[failure.ErrorMessage];
        if (!own.ResourceNotFound || !Placeholders.TryGetValue(failure.ErrorCode ?? "", out var names))
        {
            return own.Value;
        }

        var values = names.Select(name => failure.FormattedMessagePlaceholderValues?.GetValueOrDefault(name) ?? "");

        return texts["errors.field." + failure.ErrorCode, [.. values]];
    }
}
