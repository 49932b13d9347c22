using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace TitleWorkflow.Web.Problems;

/// <summary>Model binding and data annotations speak the interface's languages too.</summary>
internal sealed class BindingMessages(IStringLocalizer texts)
    : IConfigureOptions<MvcOptions>,
        IConfigureOptions<MvcDataAnnotationsLocalizationOptions>,
        IValidationMetadataProvider
{
    private const string Missing = "errors.field.NotEmptyValidator";
    private const string Unreadable = "errors.field.unreadable";

    public void Configure(MvcOptions options)
    {
        options.ModelMetadataDetailsProviders.Add(this);

        var messages = options.ModelBindingMessageProvider;
        messages.SetMissingBindRequiredValueAccessor(_ => texts[Missing]);
        messages.SetMissingKeyOrValueAccessor(() => texts[Missing]);
        messages.SetValueMustNotBeNullAccessor(_ => texts[Missing]);
        messages.SetValueIsInvalidAccessor(_ => texts[Unreadable]);
        messages.SetUnknownValueIsInvalidAccessor(_ => texts[Unreadable]);
        messages.SetAttemptedValueIsInvalidAccessor((_, _) => texts[Unreadable]);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => texts[Unreadable]);
        messages.SetValueMustBeANumberAccessor(_ => texts["errors.field.number"]);
    }

    public void Configure(MvcDataAnnotationsLocalizationOptions options) =>
        options.DataAnnotationLocalizerProvider = (_, _) => texts;

    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var required in context.ValidationMetadata.ValidatorMetadata.OfType<RequiredAttribute>())
        {
            required.ErrorMessage ??= Missing;
        }
    }
}
