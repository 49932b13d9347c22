using System.Reflection;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TitleWorkflow.Application.Accounts;
using TitleWorkflow.Application.Applicants;
using TitleWorkflow.Application.Auditing;
using TitleWorkflow.Application.Declarations;
using TitleWorkflow.Application.Instances;
using TitleWorkflow.Application.Nominations;
using TitleWorkflow.Application.Notices;
using TitleWorkflow.Application.Operation;
using TitleWorkflow.Application.Organisations;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Application.Workflows;
using TitleWorkflow.Application.Workflows.Drafts;
using TitleWorkflow.Application.Workflows.Figures;
using TitleWorkflow.Application.Workflows.Guards;
using TitleWorkflow.Application.WorkItems;
using TitleWorkflow.Domain;
using TitleWorkflow.Engine;
using TitleWorkflow.Engine.Activities;

namespace TitleWorkflow.Application;

/// <summary>Registers the use cases, the pipeline they run through and the engine with our steps.</summary>
public static class ApplicationSetup
{
    private static readonly Assembly Here = typeof(ApplicationSetup).Assembly;

    /// <summary>Adds everything users can do.</summary>
    public static IServiceCollection AddApplication(this IServiceCollection services)
    {
        services.AddMediatR(c => c.RegisterServicesFromAssembly(Here));

        // Outermost first: a refusal is audited after the rollback; an answer given before is given again even if the same
        // command has the wrong shape by now, because its day is over.
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(AuditBehavior<,>));
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(TransactionBehavior<,>));
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(ValidationBehavior<,>));
        services.AddScoped<CommandJournal>();
        services.AddScoped<RefusalLog>();
        services.AddEach(typeof(IValidator<>), ServiceLifetime.Singleton);
        services.AddEach(typeof(ITaskForm), ServiceLifetime.Scoped);

        services.AddScoped<DeclarationAccess>();
        services.AddScoped<ImportAccess>();
        services.AddScoped<Enrolment>();
        services.AddScoped<InvitationDesk>();
        services.AddSingleton<ImportRound>();
        services.AddScoped<FlowCase>();
        services.AddScoped<FlowHistory>();
        services.AddScoped<FlowSketch>();
        services.AddScoped<InstanceFiles>();
        services.AddScoped<InstanceReport>();
        services.AddScoped<InstanceWaits>();
        services.AddScoped<InterventionDesk>();
        services.AddScoped<Experts.DrawFacts>();
        services.AddScoped<Experts.ExpertCase>();
        services.AddScoped<Experts.ExpertFlow>();
        services.AddScoped<Experts.MembershipDesk>();
        services.AddScoped<StatutoryActs>();
        services.AddScoped<Jurisdiction>();
        services.AddScoped<Publicity.Inquiry>();
        services.AddScoped<Questionnaires.QuestionnaireReach>();
        services.AddScoped<NominationDesk>();
        services.AddSingleton(new SigningOptions());
        services.AddScoped<SigningKeys>();
        services.AddScoped<NoticeDesk>();
        services.AddScoped<DeadLetterDesk>();
        services.AddScoped<DueItems>();
        services.AddScoped<OfficialCalendar>();
        services.AddScoped<Assessments.ReadingDesk>();
        services.AddScoped<ResumeOnDomainEvents>();
        services.AddScoped<RoadAhead>();
        services.AddScoped<SystemChecks>();
        services.AddScoped<TaskDesk>();
        services.AddScoped<TaskSurroundings>();
        services.AddScoped<GrantsToday>();
        services.AddScoped<FlowDesigns>();
        services.AddScoped<FlowSubmission>();
        services.AddScoped<FlowTriggers>();
        services.AddScoped<StepTypes>();
        services.AddScoped<ConsumingFlows>();
        services.AddSingleton<SubFlows>();
        services.AddScoped<ImportFlowFiles>();
        services.AddScoped<DemoCity>();
        services.AddScoped<DemoClock>();
        services.AddScoped<LoadCalendars>();
        services.AddScoped<LoadRuleSets>();
        services.AddSingleton<ReadCalendars>();
        services.AddSingleton<DueWork>();
        services.AddSingleton<MailRound>();
        services.AddSingleton<DailyRound>();
        return services.AddEngine();
    }

    private static IServiceCollection AddEngine(this IServiceCollection services)
    {
        // A refused act and a lost race undo the whole command; they are no incident of the flow.
        services.AddSingleton(new EngineOptions
        {
            LetThrough = e => e is RuleBrokenException or NotFoundException or ValidationException or DbUpdateException,
            TimeZone = TimeZoneInfo.CreateCustomTimeZone("China", TimeSpan.FromHours(8), "China", "China"),
        });
        services.AddSingleton(ActivityCatalog.FromAssemblies(Here));
        services.AddSingleton<CompiledDefinitions>();
        return services.AddScoped<WorkflowEngine>();
    }

    // Every implementation of a seam in this assembly, found once at start.
    private static void AddEach(this IServiceCollection services, Type seam, ServiceLifetime lifetime)
    {
        foreach (var type in Here.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false }))
        {
            foreach (var contract in type.GetInterfaces().Where(i => (i.IsGenericType ? i.GetGenericTypeDefinition() : i) == seam))
            {
                services.Add(new ServiceDescriptor(contract, type, lifetime));
            }
        }
    }
}
