using ProfitPlanner.Application.Models;

namespace ProfitPlanner.Web.Composition;

/// <summary>How models are trained, from the section <c>Training</c>.</summary>
internal static class Training
{
    public static void AddTraining(this WebApplicationBuilder builder) => builder.Services.AddSingleton(
        services => services.GetRequiredService<IConfiguration>().GetSection("Training").Get<TrainingOptions>() ?? new TrainingOptions());
}
