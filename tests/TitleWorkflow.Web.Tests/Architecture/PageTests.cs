using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace TitleWorkflow.Web.Tests.Architecture;

public sealed class PageTests
{
    private const BindingFlags Own =
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly string[] OutOfSight = ["Microsoft.EntityFrameworkCore", "TitleWorkflow.Persistence"];

    private static readonly IReadOnlyList<Type> Pages =
        [.. House.Web.GetTypes().Where(t => typeof(PageModel).IsAssignableFrom(t) && !t.IsAbstract)];

    [Fact]
    public void Pages_ask_and_never_touch_the_database()
    {
        var knowing = from type in House.Web.GetTypes()
                      where type.Namespace?.StartsWith("TitleWorkflow.Web.Pages", StringComparison.Ordinal) == true
                      from named in NamedBy(type)
                      where OutOfSight.Any(o => named.Namespace?.StartsWith(o, StringComparison.Ordinal) == true)
                      select $"{type} knows {named}";

        Assert.NotEmpty(Pages);
        Assert.Empty(knowing.Distinct());
    }

    [Fact]
    public void Every_page_says_who_may_see_it() =>
        Assert.DoesNotContain(Pages, p => !p.GetCustomAttributes().Any(a => a is IAuthorizeData or IAllowAnonymous));

    [Fact]
    public void Every_page_is_sealed() => Assert.DoesNotContain(Pages, p => !p.IsSealed);

    // Fields stand for properties and for what lambdas and primary constructors capture.
    private static IEnumerable<Type> NamedBy(Type type) =>
        type.GetFields(Own).Select(f => f.FieldType)
            .Concat(type.GetConstructors(Own).SelectMany(c => c.GetParameters()).Select(p => p.ParameterType))
            .Concat(type.GetMethods(Own).SelectMany(m => m.GetParameters().Select(p => p.ParameterType).Append(m.ReturnType)))
            .SelectMany(Parts);

    private static IEnumerable<Type> Parts(Type type) => type.IsGenericType
        ? type.GetGenericArguments().SelectMany(Parts).Append(type)
        : [type.GetElementType() ?? type];
}
