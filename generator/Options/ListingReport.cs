using Intercom.Generator.Listing;
using Microsoft.CodeAnalysis;

namespace Intercom.Generator.Options;

/// <summary>What is to be said where the API is no longer the one that was reviewed, at its place in the listing.</summary>
internal static class ListingReport
{
    public static IEnumerable<Diagnostic> Of(SpecFile listing, ListingDrift drift)
    {
        if (drift.Changes.Count == 0)
            yield break;
        yield return Diagnostic.Create(Diagnostics.ListingOutdated, FilePlace.Start(listing.Path), listing.Name, drift.Summary);
        foreach (var change in drift.Changes)
            yield return Diagnostic.Create(Diagnostics.ApiChanged, FilePlace.At(listing.Path, change.Line, 0), change.Text);
    }
}
