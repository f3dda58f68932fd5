using System.Reflection;
using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ProfitPlanner.Application.Accounts;
using ProfitPlanner.Application.Demand;
using ProfitPlanner.Application.Demo;
using ProfitPlanner.Application.Jobs;
using ProfitPlanner.Application.Mail;
using ProfitPlanner.Application.Models;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Application.Privacy;
using ProfitPlanner.Application.Scenarios.Templates;
using ProfitPlanner.Application.Sharing;
using ProfitPlanner.Application.Transcripts;
using ProfitPlanner.Application.Uncertainty;
using ProfitPlanner.Data;

namespace ProfitPlanner.Application;

public static class ApplicationServices
{
    /// <summary>Registers every use case and the database behind it. The host adds <see cref="IActor"/>.</summary>
    /// <param name="connection">Gives the connection string of the app's role, once it is first needed.</param>
    public static IServiceCollection AddApplication(this IServiceCollection services, Func<IServiceProvider, string> connection)
    {
        services.AddData(connection);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<TemplateCatalogue>();
        services.AddSingleton<SimulationRuns>();
        services.AddSingleton<ShareCorrections>();
        services.AddJobs();
        services.TryAddSingleton<IPersonalDataMask>(provider => new PersonalDataMask(() => provider.GetRequiredService<ModelCatalogue>().Shipped));
        services.AddSingleton<ModelCatalogue>();
        services.AddOptions<TranscriptLimits>();
        services.TryAddSingleton(new TrainingOptions());
        services.AddSingleton<TrainingProgram>();
        services.AddScoped<MailQueue>();
        services.AddScoped<AccountMails>();
        services.AddSingleton<ShareSeal>();
        services.TryAddSingleton(new DemoSwitch(IsOn: false));

        // MediatR 5 has no AddMediatR; a newer one replaces this block and nothing else.
        services.AddScoped<ServiceFactory>(provider => provider.GetService!);
        services.AddScoped<IMediator, Mediator>();
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(LogRequests<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(ValidateRequests<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(RunInTransaction<,>));
        AddImplementations(services, typeof(IRequestHandler<,>));
        AddImplementations(services, typeof(IValidator<>));
        return services;
    }

    private static void AddImplementations(IServiceCollection services, Type openInterface)
    {
        foreach (var type in Assembly.GetExecutingAssembly().GetTypes().Where(t => t is { IsAbstract: false, IsGenericType: false }))
            foreach (var service in type.GetInterfaces().Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == openInterface))
                services.AddScoped(service, type);
    }
}
