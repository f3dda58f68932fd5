using System.Reflection;
using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ProfitPlanner.Application.Pipeline;

namespace ProfitPlanner.Application;

public static class ApplicationServices
{
    /// <summary>Registers every use case. The host adds <see cref="IActor"/> and the database.</summary>
    public static IServiceCollection AddApplication(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);

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
