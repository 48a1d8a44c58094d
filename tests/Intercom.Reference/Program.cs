using Intercom.Reference.Samples;

var document = ReferenceDocument.Read();
var writer = new SampleWriter(document);
foreach (var area in document.Areas)
    foreach (var operation in area.Operations)
        Console.WriteLine($"// {operation.Id}\n{writer.Write(area, operation)}\n");
