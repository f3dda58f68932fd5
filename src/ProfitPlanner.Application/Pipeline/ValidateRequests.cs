using FluentValidation;
using MediatR;

namespace ProfitPlanner.Application.Pipeline;

/// <summary>Refuses a request of the wrong shape before anything is looked up.</summary>
/// <exception cref="ValidationException">Names each wrong member, with an error code that the page puts into words.</exception>
internal sealed class ValidateRequests<TRequest, TResponse>(IEnumerable<IValidator<TRequest>> validators)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        foreach (var validator in validators)
        {
            var result = await validator.ValidateAsync(request, cancellationToken);
            if (!result.IsValid)
                throw new ValidationException(result.Errors);
        }

        return await next();
    }
}
