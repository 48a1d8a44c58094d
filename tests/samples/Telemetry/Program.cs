// Calls two workspaces, and shows what OpenTelemetry sees of it: spans and measurements, told apart by workspace.
// Each workspace is a fake Intercom inside the process; without BaseAddress the calls go to Intercom.
using System.Diagnostics;
using Intercom;
using Intercom.Testing;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Telemetry;

// In a host these are builder.Services.AddOpenTelemetry().WithTracing(…).WithMetrics(…), with the exporter that you use.
var spans = new List<Activity>();
var metrics = new List<MetricSnapshot>();
using var tracing = Sdk.CreateTracerProviderBuilder()
    .AddSource(IntercomTelemetry.ActivitySourceName).AddInMemoryExporter(spans).Build();
using var metering = Sdk.CreateMeterProviderBuilder()
    .AddMeter(IntercomTelemetry.MeterName).AddInMemoryExporter(metrics).Build();

await using var europe = await FakeIntercom.StartAsync();
await using var america = await FakeIntercom.StartAsync();
europe.On("GET /contacts/{id}")
    .Returns(200, """{ "type": "contact", "id": "42", "name": "Ada Lovelace" }""")
    .Fails(404, "not_found", "There is no such contact.");
america.On("GET /contacts/{id}")
    .FailsAtGateway(503)
    .Returns(200, """{ "type": "contact", "id": "7", "name": "Grace Hopper" }""");

var services = new ServiceCollection();
foreach (var (workspace, server) in new[] { ("eu", europe), ("us", america) })
    services.AddIntercom<IntercomClient>(
        options => (options.AccessToken, options.BaseAddress) = (FakeIntercom.AccessToken, server.BaseAddress),
        workspace);
await using var provider = services.BuildServiceProvider();

await ReadAsync("eu", "42");
await ReadAsync("us", "7");
await ReadAsync("eu", "43");

tracing.ForceFlush();
metering.ForceFlush();
Report.Print(spans);
Report.Print(metrics);

async Task ReadAsync(string workspace, string id)
{
    try
    {
        var contact = await provider.GetRequiredKeyedService<IntercomClient>(workspace).Contacts.GetAsync(id);
        Console.WriteLine($"{workspace}: {id} is {contact.Name}.");
    }
    catch (IntercomNotFoundException)
    {
        Console.WriteLine($"{workspace}: {id} is nobody.");
    }
}
