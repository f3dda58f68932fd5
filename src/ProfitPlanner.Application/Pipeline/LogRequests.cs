using System.Diagnostics;
using MediatR;
using Microsoft.Extensions.Logging;
using ProfitPlanner.Data.Tenancy;

namespace ProfitPlanner.Application.Pipeline;

/// <summary>One line and one span for each use case: its name, how it ended, how long it took. Never its content.</summary>
internal sealed class LogRequests<TRequest, TResponse>(ILogger<LogRequests<TRequest, TResponse>> logger, Tenant tenant)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    // Use cases are nested in a static class that bears the name: OptimisePrice.Command.
    private static readonly string Name = typeof(TRequest).DeclaringType?.Name ?? typeof(TRequest).Name;

    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        using var activity = UseCaseActivity.Source.StartActivity(Name);
        var start = Stopwatch.GetTimestamp();
        try
        {
            var response = await next();
            logger.LogInformation("{UseCase} took {Milliseconds:0.0} ms in organisation {OrganisationId}",
                Name, Stopwatch.GetElapsedTime(start).TotalMilliseconds, tenant.OrganisationId);
            return response;
        }
        catch (Exception e)
        {
            activity?.SetStatus(ActivityStatusCode.Error, e.GetType().Name);
            logger.LogInformation("{UseCase} ended with {Outcome} after {Milliseconds:0.0} ms in organisation {OrganisationId}",
                Name, e.GetType().Name, Stopwatch.GetElapsedTime(start).TotalMilliseconds, tenant.OrganisationId);
            throw;
        }
    }
}

public static class UseCaseActivity
{
    public const string SourceName = "ProfitPlanner.Application";

    internal static readonly ActivitySource Source = new(SourceName);
}
