using Peers;

// The folder with the bodies, and the address of the server on loopback.
var answers = Answers.From(args[0]);
var client = new Client(new Stub(answers), new Uri("http://intercom.test"));
var remote = new Client(new SocketsHttpHandler(), new Uri(args[1]));
const string Id = "677a1f0c9b2d4e0012ab34cd";
const int Together = 64;

// What is fast because it does not do it is not measured.
Require(Id, await client.Get());
Require(50, await client.Page());
Require(Id, await client.Post());
Require(50 * Answers.Pages, await client.Walk());
Require(Id, client.ReadContact(answers.Contact));
Require(50, client.ReadPage(answers.Page));
Require(true, client.WriteContact() > 1000);
Require(Id, await remote.Get());

Meter.Add("get", 1, () => client.Get());
Meter.Add("page", 1, () => client.Page());
Meter.Add("post", 1, () => client.Post());
Meter.Add("walk", 1, () => client.Walk());
Meter.Add("together", Together, () => Task.WhenAll(Enumerable.Range(0, Together).Select(_ => remote.Get())));
Meter.Add("read-contact", 1, () => Done(client.ReadContact(answers.Contact)));
Meter.Add("read-page", 1, () => Done(client.ReadPage(answers.Page)));
Meter.Add("write-contact", 1, () => Done(client.WriteContact()));
await Meter.MeasureAll();

static Task Done<T>(T result)
{
    GC.KeepAlive(result);
    return Task.CompletedTask;
}

static void Require<T>(T expected, T actual)
{
    if (!EqualityComparer<T>.Default.Equals(expected, actual))
        throw new InvalidOperationException($"{actual} came in place of {expected}.");
}
