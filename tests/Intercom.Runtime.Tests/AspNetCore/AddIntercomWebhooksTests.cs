using System.Net;
using System.Text.Json;
using Intercom.AspNetCore;
using Intercom.Runtime.Tests.Observability;
using Intercom.Runtime.Tests.Webhooks;
using Intercom.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Xunit;

namespace Intercom.Runtime.Tests.AspNetCore;

public sealed class AddIntercomWebhooksTests
{
    private const string Ping = """{"topic":"ping"}""";
    private const string Replied = """{"event_name":"fin_replied"}""";

    [Fact]
    public async Task Secrets_of_the_configuration_are_those_of_both_kinds_of_endpoints()
    {
        await using var server = await WebhookServer.StartAsync(
            static services => services.AddIntercomWebhooks(Section(("ClientSecrets", " client "), ("FinSecrets", "fin"))),
            static app =>
            {
                app.MapIntercomWebhooks("/intercom", static _ => { });
                app.MapFinWebhooks<Thing>("/fin", static (_, _) => Task.CompletedTask);
            });
        foreach (var path in new[] { "intercom", "fin" })
        {
            Assert.Equal(HttpStatusCode.OK, await server.PostAsync(path, Ping, WebhookSignature.Notifications, "client"));
            Assert.Equal(HttpStatusCode.OK, await server.PostAsync(path, Replied, WebhookSignature.Fin, "fin"));
            Assert.Equal(HttpStatusCode.Unauthorized, await server.PostAsync(path, Ping, WebhookSignature.Notifications, "fin"));
            Assert.Equal(HttpStatusCode.Unauthorized, await server.PostAsync(path, Replied, WebhookSignature.Fin, "client"));
        }
    }

    [Fact]
    public async Task Several_secrets_of_each_kind_are_accepted_at_once()
    {
        await using var server = await WebhookServer.StartAsync(
            static services =>
                services.AddIntercomWebhooks(Section(
                    ("ClientSecrets:0", "old"),
                    ("ClientSecrets:1", "new"),
                    ("FinSecrets:0", "fin-old"),
                    ("FinSecrets:1", "fin-new"))),
            static app => app.MapIntercomWebhooks("/intercom", static webhooks => webhooks.Options.ClientSecrets.Add("own")));
        foreach (var secret in new[] { "old", "new", "own" })
            Assert.Equal(HttpStatusCode.OK, await server.NotifyAsync(Ping, secret));
        foreach (var secret in new[] { "fin-old", "fin-new" })
            Assert.Equal(HttpStatusCode.OK, await server.FinAsync(Replied, secret));
        Assert.Equal(HttpStatusCode.Unauthorized, await server.FinAsync(Replied, "own"));
    }

    [Fact]
    public void Every_option_of_the_section_is_read()
    {
        var options = Bound(
            ("ClientSecrets", "c"), ("FinSecrets", "f"), ("MaxBodyBytes", "2048"), ("MaxAge", "02:00:00"), ("RunHandlers", "afterAnswer"),
            ("HandlerTimeout", "00:00:03"), ("QueuedHandlerTimeout", "00:05:00"), ("QueueCapacity", "7"), ("QueueReaders", "2"), ("DrainTimeout", "00:00:20"));
        Assert.Equal((1, 1), (options.ClientSecrets.Count, options.FinSecrets.Count));
        Assert.Equal(
            (2048, 2, RunHandlers.AfterAnswer, 3),
            (options.MaxBodyBytes, options.MaxAge!.Value.TotalHours, options.RunHandlers, options.HandlerTimeout.TotalSeconds));
        Assert.Equal((7, 2, 20), (options.QueueCapacity, options.QueueReaders, options.DrainTimeout.TotalSeconds));
        Assert.Equal(TimeSpan.FromMinutes(5), options.QueuedHandlerTimeout);
    }

    [Fact]
    public void Every_option_that_text_can_give_is_one_of_the_section()
    {
        string[] read = ["ClientSecrets", "FinSecrets", "MaxBodyBytes", "MaxAge", "RunHandlers", "HandlerTimeout", "QueuedHandlerTimeout", "QueueCapacity", "QueueReaders", "DrainTimeout"];
        string[] objects = ["Deduplicator", "OnDeviation", "TimeProvider"];
        Assert.Equal(
            read.Concat(objects).Order(),
            typeof(IntercomWebhookOptions).GetProperties().Select(static property => property.Name).Order());
    }

    [Fact]
    public void What_the_section_leaves_out_keeps_its_default()
    {
        var (options, defaults) = (Bound(("MaxAge", ""), ("RunHandlers", " ")), new IntercomWebhookOptions());
        Assert.Empty(options.ClientSecrets.Concat(options.FinSecrets));
        Assert.Equal(
            (defaults.MaxBodyBytes, defaults.MaxAge, defaults.RunHandlers, defaults.HandlerTimeout),
            (options.MaxBodyBytes, options.MaxAge, options.RunHandlers, options.HandlerTimeout));
        Assert.Equal(
            (defaults.QueueCapacity, defaults.QueueReaders, defaults.DrainTimeout),
            (options.QueueCapacity, options.QueueReaders, options.DrainTimeout));
    }

    [Theory]
    [InlineData("MaxBodyBytes", "1 MB", "MaxBodyBytes is '1 MB', which is not a whole number.")]
    [InlineData("MaxBodyBytes", "0", "MaxBodyBytes is 0; it is a positive number.")]
    [InlineData("MaxAge", "soon", "MaxAge is 'soon', which is not a time as hh:mm:ss.")]
    [InlineData("MaxAge", "-00:00:01", "MaxAge is -00:00:01; it is a positive time.")]
    [InlineData("RunHandlers", "1", "RunHandlers is '1', which is not BeforeAnswer, AfterAnswer or FromInbox.")]
    [InlineData(
        "RunHandlers",
        "BeforeAnswer,AfterAnswer",
        "RunHandlers is 'BeforeAnswer,AfterAnswer', which is not BeforeAnswer, AfterAnswer or FromInbox.")]
    [InlineData("HandlerTimeout", "00:00:00", "HandlerTimeout is 00:00:00; it is a positive time of at most 24 days.")]
    [InlineData("QueuedHandlerTimeout", "00:00:00", "QueuedHandlerTimeout is 00:00:00; it is a positive time of at most 24 days.")]
    [InlineData("ClientSecrets", " ", "ClientSecrets is blank; leave it out, or give its value.")]
    [InlineData("FinSecrets", "", "FinSecrets is blank; leave it out, or give its value.")]
    [InlineData("FinSecrets:0", "", "FinSecrets:0 is blank; leave it out, or give its value.")]
    [InlineData("FinSecrets:0", null, "FinSecrets:0 is blank; leave it out, or give its value.")]
    [InlineData("QueueCapacity", "0", "QueueCapacity is 0; it is a positive number.")]
    [InlineData("QueueReaders", "-1", "QueueReaders is '-1', which is not a whole number.")]
    [InlineData("DrainTimeout", "25.00:00:00", "DrainTimeout is 25.00:00:00; it is a time from 0 to 24 days.")]
    public async Task A_host_does_not_start_with_options_that_cannot_work(string name, string? value, string fault)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddIntercomWebhooks(
            Section([.. name == "ClientSecrets" ? [] : new[] { ("ClientSecrets", (string?)"hidden") }, (name, value)]));
        using var host = builder.Build();
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());
        Assert.Equal([$"Intercom webhooks (section Intercom:Webhooks): {fault}"], failure.Failures);
    }

    [Fact]
    public async Task Options_that_code_sets_are_validated_at_start_as_well()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddIntercomWebhooks(static options => (options.QueueCapacity, options.QueueReaders) = (0, 0));
        builder.Services.AddIntercomWebhooks(static options => options.ClientSecrets.Add("c"));
        using var host = builder.Build();
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());
        Assert.Equal(["Intercom webhooks: QueueCapacity is 0; it is a positive number.", "Intercom webhooks: QueueReaders is 0; it is a positive number."], failure.Failures);
    }

    [Fact]
    public async Task A_secret_of_code_that_is_null_or_blank_is_refused_wherever_it_stands()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddIntercomWebhooks(static options =>
        {
            options.ClientSecrets.Add(null!);
            options.FinSecrets.Add(null!);
        });
        using var host = builder.Build();
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());
        Assert.Equal(
            ["ClientSecrets", "FinSecrets"],
            failure.Failures.Select(static fault => fault["Intercom webhooks: ".Length..fault.IndexOf(
                " holds a secret that is null",
                StringComparison.Ordinal)]));
        foreach (var blank in new[] { null, "", " \t" })
            Assert.Throws<ArgumentException>("value", () => Mapped(
                "ClientSecrets",
                app => app.MapIntercomWebhooks("/intercom", webhooks => webhooks.Options.FinSecrets.Add(blank))));
        Assert.Throws<ArgumentOutOfRangeException>("FinSecrets", () => Mapped(
            "ClientSecrets",
            static app => app.MapIntercomWebhooks("/intercom", static webhooks => webhooks.Options.FinSecrets.Add((WebhookSecret)null!))));
        Assert.Throws<ArgumentOutOfRangeException>("ClientSecrets", () => Mapped(
            "FinSecrets",
            static app => app.MapFinWebhooks<Thing>("/fin", Ignore, static options => options.ClientSecrets.Add((WebhookSecret)null!))));
    }

    [Fact]
    public void An_endpoint_without_a_secret_names_the_keys_that_lack_it()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddIntercomWebhooks(Section(("QueueCapacity", "7")));
        var app = builder.Build();
        var failure = Assert.Throws<InvalidOperationException>(() => app.MapIntercomWebhooks("/intercom", static _ => { }));
        Assert.Equal("Intercom's webhooks need a secret: add one to Intercom:Webhooks:ClientSecrets for notifications, to Intercom:Webhooks:FinSecrets for events of Fin.", failure.Message);
    }

    [Fact]
    public void Handlers_need_the_secret_of_their_kind()
    {
        var fin = Assert.Throws<InvalidOperationException>(
            () => Mapped("ClientSecrets", static app => app.MapFinWebhooks<Thing>("/fin", Ignore)));
        Assert.Equal(
            "There are handlers of Fin's events, which need Fin's signing secret: add it to Intercom:Webhooks:FinSecrets.",
            fin.Message);
        var notifications = Assert.Throws<InvalidOperationException>(
            () => Mapped("FinSecrets", static app => app.MapIntercomWebhooks("/intercom", static webhooks => webhooks.On("ping", Ignore))));
        Assert.Equal(
            "There are handlers of notifications, which need the app's client secret: add it to Intercom:Webhooks:ClientSecrets.",
            notifications.Message);
        Mapped("ClientSecrets", static app => app.MapFinWebhooks<Thing>("/fin", Ignore, static options => options.FinSecrets.Add("own")));
    }

    [Fact]
    public async Task Limits_of_the_configuration_hold_and_an_endpoint_can_set_its_own()
    {
        await using var server = await WebhookServer.StartAsync(
            static services => services.AddIntercomWebhooks(Section(("ClientSecrets", "c"), ("MaxBodyBytes", "20"))),
            static app =>
            {
                app.MapIntercomWebhooks("/intercom", static _ => { });
                app.MapIntercomWebhooks("/large", static webhooks => webhooks.Options.MaxBodyBytes = 100);
            });
        var body = Ping + "     ";
        Assert.Equal(HttpStatusCode.OK, await server.NotifyAsync(Ping, "c"));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await server.NotifyAsync(body, "c"));
        Assert.Equal(HttpStatusCode.OK, await server.PostAsync("large", body, WebhookSignature.Notifications, "c"));
    }

    [Fact]
    public async Task What_no_text_can_give_comes_from_a_service()
    {
        await using var server = await WebhookServer.StartAsync(
            static services => services.AddSingleton<WebhookWindow>().AddIntercomWebhooks(Section(("ClientSecrets", "c")))
                .Configure<WebhookWindow>(static (options, window) => options.Deduplicator = window),
            static app => app.MapIntercomWebhooks("/intercom", static _ => { }));
        Assert.Equal(HttpStatusCode.OK, await server.NotifyAsync(Ping, "c"));
        var key = WebhookNotification.Parse(System.Text.Encoding.UTF8.GetBytes(Ping)).DeliveryKey;
        Assert.False(await server.App.Services.GetRequiredService<WebhookWindow>().TryAddAsync(key, default));
    }

    [Fact]
    public void No_secret_of_the_configuration_is_shown()
    {
        var options = Bound(("ClientSecrets:0", "hidden-client"), ("ClientSecrets:1", "hidden-next"), ("FinSecrets", "hidden-fin"));
        Assert.Equal(3, options.ClientSecrets.Count + options.FinSecrets.Count);
        var shown = DebuggerView.Of(options).Append(JsonSerializer.Serialize(options)).Append(options.ToString()!);
        Assert.All(shown, static text => Assert.DoesNotContain("hidden", text, StringComparison.OrdinalIgnoreCase));
    }

    private static Task Ignore(object body, CancellationToken cancellationToken) => Task.CompletedTask;

    private static void Mapped(string secret, Action<WebApplication> map)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddIntercomWebhooks(Section((secret, "c")));
        map(builder.Build());
    }

    private static IConfigurationSection Section(params (string Name, string? Value)[] values) => new ConfigurationBuilder()
        .AddInMemoryCollection(values.Select(static value => KeyValuePair.Create($"Intercom:Webhooks:{value.Name}", value.Value)))
        .Build()
        .GetSection("Intercom:Webhooks");

    private static IntercomWebhookOptions Bound(params (string Name, string? Value)[] values)
    {
        var services = new ServiceCollection();
        services.AddIntercomWebhooks(Section(values));
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptions<IntercomWebhookOptions>>().Value;
    }
}
