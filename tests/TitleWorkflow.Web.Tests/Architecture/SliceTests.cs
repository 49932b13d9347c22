using System.Xml.Linq;
using FluentValidation;
using MediatR;
using TitleWorkflow.Application.Applicants;
using TitleWorkflow.Application.Declarations;
using TitleWorkflow.Application.Experts;
using TitleWorkflow.Application.Operation;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Reviews;

namespace TitleWorkflow.Web.Tests.Architecture;

public sealed class SliceTests
{
    private static readonly IReadOnlyList<Type> Types = [.. House.Written(House.Application)];
    private static readonly IReadOnlyList<Type> Requests = [.. Types.Where(t => typeof(IBaseRequest).IsAssignableFrom(t))];
    private static readonly IReadOnlyList<Type> Slices = [.. Requests.Select(r => r.DeclaringType).OfType<Type>().Distinct()];

    // These change nothing themselves: they send commands that do, each in a commit and an audit line of its own.
    private static readonly Type[] Senders =
    [
        typeof(UploadEvidence.Command), typeof(ImportApplicants.Command), typeof(ImportNominees.Command), typeof(RunDueWork.Command),
        typeof(VetTogether.Command),
    ];

    [Fact]
    public void Every_request_is_the_Command_or_Query_of_one_static_slice()
    {
        Assert.NotEmpty(Slices);
        Assert.DoesNotContain(Requests, r => r.Name is not ("Command" or "Query") || r.DeclaringType is not { IsAbstract: true, IsSealed: true });
        Assert.Empty(Requests.GroupBy(r => r.DeclaringType).Where(slice => slice.Count() > 1).Select(slice => slice.Key));
    }

    [Fact]
    public void A_command_is_audited_and_a_query_changes_nothing() =>
        Assert.DoesNotContain(Requests.Except(Senders), r => typeof(ICommand).IsAssignableFrom(r) != (r.Name == "Command"));

    [Fact]
    public void Every_slice_has_one_handler_of_its_own()
    {
        Assert.DoesNotContain(Slices, s => s.GetNestedTypes(All).Count(IsHandler) != 1);
        Assert.DoesNotContain(Types.Where(IsHandler), t => t.Name != "Handler" || !Slices.Contains(t.DeclaringType!));
    }

    [Fact]
    public void Every_validator_stands_in_its_slice() =>
        Assert.DoesNotContain(Types, t => typeof(IValidator).IsAssignableFrom(t) && t is { Name: not "Validator", IsAbstract: false });

    [Fact]
    public void Handlers_and_validators_are_sealed_and_internal() =>
        Assert.DoesNotContain(Types.Where(t => IsHandler(t) || typeof(IValidator).IsAssignableFrom(t))
, t => t is not ({ IsSealed: true, IsNestedAssembly: true } or { IsNestedPrivate: true } or { IsAbstract: true }));

    [Fact]
    public void Every_slice_lies_in_a_file_of_its_name()
    {
        var files = House.Files("src/TitleWorkflow.Application", ".cs").Select(Path.GetFileNameWithoutExtension).ToHashSet();

        Assert.DoesNotContain(Slices, s => !files.Contains(s.Name));
    }

    [Fact]
    public void Every_slice_says_in_one_sentence_what_it_means()
    {
        var documentation = XDocument.Load(Path.ChangeExtension(House.Application.Location, ".xml"));
        var said = documentation.Descendants("member")
            .Where(m => !string.IsNullOrWhiteSpace(m.Element("summary")?.Value))
            .Select(m => m.Attribute("name")!.Value)
            .ToHashSet();

        Assert.DoesNotContain(Slices, s => !said.Contains("T:" + s.FullName));
    }

    private const System.Reflection.BindingFlags All =
        System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic;

    private static bool IsHandler(Type type) => type.GetInterfaces().Any(i =>
        i.IsGenericType && (i.GetGenericTypeDefinition() == typeof(IRequestHandler<>) || i.GetGenericTypeDefinition() == typeof(IRequestHandler<,>)));
}
