using System.Net;
using System.Text;
using System.Text.Json;
using Intercom.AspNetCore;
using Intercom.Runtime.Tests.Webhooks;
using Intercom.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Xunit.Abstractions;

namespace Intercom.Runtime.Tests.AspNetCore;

public class WebhookEndpointTests(ITestOutputHelper output)
{
    private const string Replied = """{"event_name":"fin_replied","conversation_id":"c1","message":{"id":"m1"}}""";
    private readonly List<string> _handled = [];

    [Fact]
    public async Task Intercom_finds_the_address_with_HEAD()
    {
        await using var server = await WebhookServer.StartAsync(webhooks => Record(webhooks));
        Assert.Equal(HttpStatusCode.OK, await server.SendAsync(HttpMethod.Head, null));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, await server.SendAsync(HttpMethod.Get, null));
        Assert.Empty(_handled);
    }

    [Fact]
    public async Task A_notification_reaches_the_handlers_of_its_topic_in_their_order()
    {
        await using var server = await WebhookServer.StartAsync(webhooks => webhooks
            .On("thing.created", (notification, _) => Note($"raw {notification.Id}"))
            .On(Thing.Created, (created, _) => Note($"typed {created.Id} {created.Item["id"]}"))
            .On([Thing.Created, Thing.Updated], (changed, _) => Note($"either {changed.Topic}"))
            .On("thing.deleted", (notification, _) => Note("other")));
        Assert.Equal(HttpStatusCode.OK, await server.NotifyAsync(Notification("n1", "thing.created")));
        Assert.Equal(HttpStatusCode.OK, await server.NotifyAsync(Notification("n2", "thing.updated")));
        Assert.Equal(["raw n1", "typed n1 i1", "either thing.created", "either thing.updated"], _handled);
    }

    [Theory]
    [InlineData("thing.restored"), InlineData("thing.restore")]
    public async Task A_topic_that_is_sent_under_another_name_is_handled_under_both(string sent)
    {
        await using var server = await WebhookServer.StartAsync(webhooks => webhooks.On(Thing.Restore, (restored, _) => Note($"{restored.Topic} {restored.Item["id"]}")));
        Assert.Equal(HttpStatusCode.OK, await server.NotifyAsync(Notification("n1", sent)));
        Assert.Equal([$"{sent} i1"], _handled);
    }

    [Fact]
    public async Task Both_kinds_are_received_at_one_address()
    {
        await using var server = await WebhookServer.StartAsync(webhooks => webhooks.On("ping", (notification, _) => Note("ping"))
            .OnFin<Thing>((e, _) => Note($"fin {e["event_name"]}")).OnFin((e, _) => Note($"raw {e.ConversationId}")));
        Assert.Equal(HttpStatusCode.OK, await server.NotifyAsync("""{"topic":"ping","id":null}"""));
        Assert.Equal(HttpStatusCode.OK, await server.FinAsync(Replied));
        Assert.Equal(["ping", "fin fin_replied", "raw c1"], _handled);
    }

    [Fact]
    public async Task A_body_of_the_other_kind_is_refused_though_it_is_signed()
    {
        await using var server = await WebhookServer.StartAsync(webhooks => Record(webhooks));
        Assert.Equal(HttpStatusCode.BadRequest, await server.NotifyAsync(Replied));
        Assert.Equal(HttpStatusCode.BadRequest, await server.FinAsync(Notification("n1", "ping")));
        Assert.Equal(HttpStatusCode.BadRequest, await server.NotifyAsync("no JSON"));
        Assert.Empty(_handled);
    }

    [Fact]
    public async Task A_topic_without_a_handler_is_accepted()
    {
        await using var server = await WebhookServer.StartAsync(
            static webhooks => webhooks.On("ping", static (_, _) => throw new InvalidOperationException()));
        Assert.Equal(HttpStatusCode.OK, await server.NotifyAsync(Notification("n1", "galaxy.collided")));
    }

    [Fact]
    public async Task What_no_other_handler_takes_goes_to_the_one_for_unknown_topics()
    {
        await using var server = await WebhookServer.StartAsync(webhooks => webhooks.On("ping", (_, _) => Note("ping"))
            .OnUnknown((body, _) => Note($"{body.GetType().Name} {body.Topic}")));
        await server.NotifyAsync(Notification("n1", "galaxy.collided"));
        await server.NotifyAsync(Notification("n2", "ping"));
        await server.FinAsync(Replied);
        Assert.Equal(["WebhookNotification galaxy.collided", "ping", "FinWebhookEvent fin_replied"], _handled);
    }

    [Fact]
    public async Task A_forged_body_never_reaches_a_handler()
    {
        await using var server = await WebhookServer.StartAsync(webhooks => Record(webhooks));
        var body = Encoding.UTF8.GetBytes(Notification("n1", "ping"));
        var (hub, fin) = (WebhookSignature.Notifications, WebhookSignature.Fin);
        var valid = hub.Create(body, WebhookServer.ClientSecret);
        (string, string)[][] forgeries =
        [
            [],
            [(hub.Header, "")],
            [(hub.Header, "sha1=")],
            [(hub.Header, valid[..^1])],
            [(hub.Header, valid + "0")],
            [(hub.Header, valid["sha1=".Length..])],
            [(hub.Header, valid.Replace("sha1", "sha256", StringComparison.Ordinal))],
            [(hub.Header, hub.Create(body, "another"))],
            [(hub.Header, hub.Create(body, WebhookServer.FinSecret))],
            [(hub.Header, hub.Create(body.AsSpan()[1..], WebhookServer.ClientSecret))],
            [(hub.Header, fin.Create(body, WebhookServer.ClientSecret))],
            [(fin.Header, valid)],
            [(fin.Header, fin.Create(body, WebhookServer.ClientSecret))],
            [(hub.Header, valid), (hub.Header, valid)],
            [(hub.Header, valid), (fin.Header, fin.Create(body, WebhookServer.FinSecret))],
            [("X-Hub-Signature-256", fin.Create(body, WebhookServer.ClientSecret))],
            [("Authorization", $"Bearer {WebhookServer.ClientSecret}")],
        ];
        foreach (var headers in forgeries)
            Assert.Equal(HttpStatusCode.Unauthorized, await server.PostAsync(body, headers));
        for (var i = 0; i < body.Length; i++)
        {
            var changed = body.ToArray();
            changed[i] ^= 0x20;
            Assert.Equal(HttpStatusCode.Unauthorized, await server.PostAsync(changed, (hub.Header, valid)));
        }

        output.WriteLine($"{forgeries.Length} forged headers and {body.Length} changed bodies, none handled");
        Assert.Empty(_handled);
        Assert.Equal(HttpStatusCode.OK, await server.PostAsync(body, (hub.Header, valid)));
        Assert.Equal(["ping"], _handled);
    }

    [Fact]
    public async Task Without_the_secret_of_a_kind_nothing_of_that_kind_is_accepted()
    {
        await using var server = await WebhookServer.StartAsync(static _ => { }, app => app.MapIntercomWebhooks("/intercom", webhooks =>
        {
            webhooks.Options.ClientSecrets.Add(WebhookServer.ClientSecret);
            Record(webhooks);
        }));
        Assert.Equal(HttpStatusCode.Unauthorized, await server.FinAsync(Replied, WebhookServer.ClientSecret));
        Assert.Equal(HttpStatusCode.OK, await server.NotifyAsync(Notification("n1", "ping")));
        Assert.Equal(["ping"], _handled);
    }

    [Fact]
    public async Task Two_secrets_are_accepted_while_one_replaces_the_other()
    {
        await using var server = await WebhookServer.StartAsync(webhooks => Record(webhooks).Options.ClientSecrets.Add("next-secret"));
        Assert.Equal(HttpStatusCode.OK, await server.NotifyAsync(Notification("n1", "ping")));
        Assert.Equal(HttpStatusCode.OK, await server.NotifyAsync(Notification("n2", "ping"), "next-secret"));
        Assert.Equal(2, _handled.Count);
    }

    [Fact]
    public async Task A_body_beyond_the_limit_is_refused_with_and_without_its_length()
    {
        const string Envelope = """{"topic":"ping","x":""}""";
        var largest = Envelope.Insert(Envelope.Length - 2, new string('x', (1024 * 1024) - Envelope.Length));
        await using var server = await WebhookServer.StartAsync(webhooks => Record(webhooks));
        Assert.Equal(HttpStatusCode.OK, await server.NotifyAsync(largest));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await server.NotifyAsync(largest + " "));
        var chunked = new StreamContent(new Endless(2 * 1024 * 1024));
        Assert.Equal(
            HttpStatusCode.RequestEntityTooLarge,
            await server.SendAsync(HttpMethod.Post, chunked, (WebhookSignature.Fin.Header, new string('0', 64))));
        Assert.Equal(["ping"], _handled);
    }

    [Fact]
    public async Task A_limit_of_the_server_itself_is_answered_in_the_same_way()
    {
        await using var server = await WebhookServer.StartAsync(static _ => { }, app =>
        {
            app.Use(static (context, next) =>
            {
                context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = 100;
                return next(context);
            });
            app.MapIntercomWebhooks("/intercom", webhooks => Record(webhooks).Options.ClientSecrets.Add(WebhookServer.ClientSecret));
        });
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await server.NotifyAsync(Notification("n1", new string('x', 100))));
        Assert.Equal(HttpStatusCode.OK, await server.NotifyAsync(Notification("n1", "ping")));
        Assert.Equal(["ping"], _handled);
    }

    [Fact]
    public async Task An_old_body_is_refused_where_an_age_is_set()
    {
        var time = new ManualTime();
        await using var server = await WebhookServer.StartAsync(webhooks =>
        {
            Record(webhooks).Options.MaxAge = TimeSpan.FromMinutes(5);
            webhooks.Options.TimeProvider = time;
        });
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        Assert.Equal(HttpStatusCode.BadRequest, await server.NotifyAsync($$"""{"topic":"old","created_at":{{now - 301}} }"""));
        Assert.Equal(HttpStatusCode.OK, await server.NotifyAsync($$"""{"topic":"young","created_at":{{now - 300}} }"""));
        Assert.Equal(HttpStatusCode.OK, await server.NotifyAsync("""{"topic":"ageless"}"""));
        Assert.Equal(HttpStatusCode.BadRequest, await server.FinAsync("""{"event_name":"fin_replied","created_at_ms":"2026-09-01T11:54:59.999Z"}"""));
        Assert.Equal(["young", "ageless"], _handled);
    }

    [Fact]
    public async Task An_age_can_be_as_long_as_a_time_can()
    {
        await using var server = await WebhookServer.StartAsync(webhooks => Record(webhooks).Options.MaxAge = TimeSpan.MaxValue);
        Assert.Equal(HttpStatusCode.OK, await server.NotifyAsync("""{"topic":"old","created_at":0}"""));
        Assert.Equal(["old"], _handled);
    }

    [Fact]
    public async Task What_was_delivered_before_is_accepted_and_not_handled_again()
    {
        await using var server = await WebhookServer.StartAsync(webhooks => Record(webhooks));
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            Assert.Equal(HttpStatusCode.OK, await server.NotifyAsync($$"""{"topic":"ping","id":"n1","delivery_attempts":{{attempt}}}"""));
            Assert.Equal(HttpStatusCode.OK, await server.NotifyAsync("""{"topic":"ping","id":null,"created_at":1}"""));
            Assert.Equal(HttpStatusCode.OK, await server.FinAsync(Replied));
        }

        Assert.Equal(["ping", "ping", "fin_replied"], _handled);
    }

    [Fact]
    public async Task Of_deliveries_at_the_same_time_one_is_handled()
    {
        var handled = 0;
        await using var server = await WebhookServer.StartAsync(webhooks => webhooks.On("ping", async (_, token) =>
        {
            Interlocked.Increment(ref handled);
            await Task.Yield();
        }));
        var answers = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => server.NotifyAsync(Notification("n1", "ping"))));
        Assert.All(answers, static answer => Assert.Equal(HttpStatusCode.OK, answer));
        Assert.Equal(1, handled);
    }

    [Fact]
    public async Task A_failed_delivery_is_handled_when_it_is_repeated()
    {
        await using var server = await WebhookServer.StartAsync(webhooks => webhooks.On("ping", (notification, _) =>
        {
            _handled.Add(notification.Topic);
            return _handled.Count == 1 ? throw new TimeoutException("the database") : Task.CompletedTask;
        }));
        Assert.Equal(HttpStatusCode.InternalServerError, await server.NotifyAsync(Notification("n1", "ping")));
        Assert.Equal(HttpStatusCode.OK, await server.NotifyAsync(Notification("n1", "ping")));
        Assert.Equal(HttpStatusCode.OK, await server.NotifyAsync(Notification("n1", "ping")));
        Assert.Equal(2, _handled.Count);
    }

    [Fact]
    public async Task Whatever_a_handler_throws_the_answer_is_500_and_never_410()
    {
        Exception[] failures =
        [
            new InvalidOperationException(), new JsonException(), new OperationCanceledException(), new ArgumentException(
                "x"), new KeyNotFoundException(),
            new BadHttpRequestException(
                "gone",
                410), new HttpRequestException(null, null, HttpStatusCode.Gone), new NotImplementedException(),
        ];
        var next = 0;
        await using var server = await WebhookServer.StartAsync(webhooks => webhooks
            .On("sync", (_, _) => throw failures[next])
            .On("async", async (_, _) =>
            {
                await Task.Yield();
                throw failures[next];
            }));
        for (; next < failures.Length; next++)
        {
            Assert.Equal(HttpStatusCode.InternalServerError, await server.NotifyAsync(Notification($"s{next}", "sync")));
            Assert.Equal(HttpStatusCode.InternalServerError, await server.NotifyAsync(Notification($"a{next}", "async")));
        }

        output.WriteLine($"{failures.Length} exceptions, each thrown at once and later");
    }

    [Fact]
    public async Task An_exception_page_of_the_application_does_not_change_the_answer()
    {
        await using var server = await WebhookServer.StartAsync(static _ => { }, static app =>
        {
            app.UseExceptionHandler(static error => error.Run(static context =>
            {
                context.Response.StatusCode = StatusCodes.Status410Gone;
                return Task.CompletedTask;
            }));
            app.MapIntercomWebhooks("/intercom", static webhooks =>
            {
                webhooks.Options.ClientSecrets.Add(WebhookServer.ClientSecret);
                webhooks.Options.Deduplicator = new Broken();
            });
        });
        Assert.Equal(HttpStatusCode.InternalServerError, await server.NotifyAsync(Notification("n1", "ping")));
    }

    [Fact]
    public async Task Each_delivery_has_services_of_its_own_scope()
    {
        await using var server = await WebhookServer.StartAsync(
            static services => services.AddScoped<object>(),
            app => app.MapIntercomWebhooks("/intercom", webhooks =>
            {
                webhooks.Options.ClientSecrets.Add(WebhookServer.ClientSecret);
                webhooks.On("ping", (_, services, _) => Note(
                    ReferenceEquals(services.GetRequiredService<object>(), services.GetRequiredService<object>()) ? "one scope" : "none"));
            }));
        Assert.Equal(HttpStatusCode.OK, await server.NotifyAsync(Notification("n1", "ping")));
        Assert.Equal(["one scope"], _handled);
    }

    [Fact]
    public async Task Secrets_come_from_the_services_as_well_and_endpoints_do_not_share_what_they_add()
    {
        await using var server = await WebhookServer.StartAsync(
            static services =>
                services.Configure<IntercomWebhookOptions>(static options => options.FinSecrets.Add(WebhookServer.FinSecret)),
            app =>
            {
                app.MapIntercomWebhooks("/other", static webhooks => webhooks.Options.FinSecrets.Add("of the other"));
                app.MapFinWebhooks<Thing>("/intercom", (e, _) => Note(e["event_name"]!));
            });
        Assert.Equal(HttpStatusCode.Unauthorized, await server.FinAsync(Replied, "of the other"));
        Assert.Equal(HttpStatusCode.OK, await server.FinAsync(Replied));
        Assert.Equal(["fin_replied"], _handled);
    }

    [Fact]
    public async Task The_test_of_Fins_settings_page_is_accepted_where_the_client_secret_is_known()
    {
        await using var server = await WebhookServer.StartAsync(static _ => { }, app => app.MapFinWebhooks<Thing>("/intercom", (e, _) => Note("fin"), static options =>
        {
            options.ClientSecrets.Add(WebhookServer.ClientSecret);
            options.FinSecrets.Add(WebhookServer.FinSecret);
        }));
        Assert.Equal(HttpStatusCode.OK, await server.NotifyAsync(Notification("n1", "ping")));
        Assert.Empty(_handled);
    }

    public static TheoryData<string, Action<IntercomWebhookOptions>> Faults() => new()
    {
        { "MaxBodyBytes", static options => options.MaxBodyBytes = 0 },
        { "MaxAge", static options => options.MaxAge = TimeSpan.Zero },
        { "QueueCapacity", static options => options.QueueCapacity = 0 },
        { "QueueReaders", static options => options.QueueReaders = -1 },
        { "HandlerTimeout", static options => options.HandlerTimeout = TimeSpan.Zero },
        { "HandlerTimeout", static options => options.HandlerTimeout = TimeSpan.MaxValue },
        { "DrainTimeout", static options => options.DrainTimeout = TimeSpan.FromSeconds(-1) },
        { "DrainTimeout", static options => options.DrainTimeout = TimeSpan.MaxValue },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void An_option_that_cannot_work_is_a_mistake(string name, Action<IntercomWebhookOptions> configure)
    {
        var app = WebApplication.CreateSlimBuilder().Build();
        Assert.Throws<ArgumentOutOfRangeException>(name, () => app.MapIntercomWebhooks("/intercom", webhooks =>
        {
            webhooks.Options.ClientSecrets.Add(WebhookServer.ClientSecret);
            configure(webhooks.Options);
        }));
    }

    [Fact]
    public void An_endpoint_without_a_secret_is_a_mistake()
    {
        var app = WebApplication.CreateSlimBuilder().Build();
        Assert.Throws<InvalidOperationException>(() => app.MapIntercomWebhooks("/intercom", static _ => { }));
    }

    private static string Notification(string id, string topic) => $$"""{"type":"notification_event","id":"{{id}}","data":{"item":{"id":"i1"} },"topic":"{{topic}}"}""";

    private IntercomWebhookBuilder Record(IntercomWebhookBuilder webhooks) => webhooks.OnUnknown((body, _) => Note(body.Topic));

    private Task Note(string text)
    {
        _handled.Add(text);
        return Task.CompletedTask;
    }

    private sealed class Broken : IWebhookDeduplicator
    {
        public ValueTask<bool> TryAddAsync(string key, CancellationToken cancellationToken) =>
            throw new BadHttpRequestException("the store is gone", 410);

        public ValueTask RemoveAsync(string key, CancellationToken cancellationToken) => ValueTask.CompletedTask;
    }

    /// <summary>A body whose length is not known before.</summary>
    private sealed class Endless(long length) : MemoryStream(new byte[length])
    {
        public override bool CanSeek => false;
    }
}
