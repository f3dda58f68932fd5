using System.Globalization;
using Microsoft.AspNetCore.Connections;
using Npgsql;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using ProfitPlanner.Application.Pipeline;
using Serilog;
using Serilog.Formatting.Compact;

namespace ProfitPlanner.Web.Composition;

/// <summary>Logs to the console always, traces and metrics by OTLP where an endpoint is configured.</summary>
internal static class Observability
{
    public static void AddObservability(this WebApplicationBuilder builder)
    {
        builder.Services.AddSerilog((_, log) =>
        {
            log.ReadFrom.Configuration(builder.Configuration).Enrich.FromLogContext();
            // Told in one sentence by WebHost.
            log.Filter.ByExcluding(e => e.Exception?.InnerException is AddressInUseException);
            if (builder.Environment.IsDevelopment())
                log.WriteTo.Console(formatProvider: CultureInfo.InvariantCulture);
            else
                log.WriteTo.Console(new RenderedCompactJsonFormatter());
        });

        if (string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
            return;
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("ProfitPlanner"))
            .WithTracing(tracing => tracing
                .AddAspNetCoreInstrumentation().AddNpgsql().AddSource(UseCaseActivity.SourceName).AddOtlpExporter())
            .WithMetrics(metrics => metrics
                .AddAspNetCoreInstrumentation().AddRuntimeInstrumentation().AddMeter("Npgsql").AddOtlpExporter());
    }

    /// <summary>
    /// One line a request: the route's pattern and never the address, which can hold a secret, nor anything personal.
    /// </summary>
    public static void UseRequestLog(this WebApplication app) => app.UseSerilogRequestLogging(options =>
    {
        options.MessageTemplate = "{RequestMethod} {Route} gave {StatusCode} in {Elapsed:0.0} ms (request {RequestId}, organisation {Organisation})";
        options.GetMessageTemplateProperties = (context, _, elapsed, status) =>
        [
            new("RequestMethod", new Serilog.Events.ScalarValue(context.Request.Method)),
            new("Route", new Serilog.Events.ScalarValue((context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "-")),
            new("StatusCode", new Serilog.Events.ScalarValue(status)),
            new("Elapsed", new Serilog.Events.ScalarValue(elapsed)),
            new("RequestId", new Serilog.Events.ScalarValue(context.TraceIdentifier)),
            new("Organisation", new Serilog.Events.ScalarValue(context.RequestServices.GetRequiredService<IActor>().Organisation)),
        ];
    });
}
