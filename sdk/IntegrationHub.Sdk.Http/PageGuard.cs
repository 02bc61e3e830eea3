using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Http;

/// <summary>Notices that paging runs in a circle and ends it by name.</summary>
internal sealed class PageGuard(PagingOptions options)
{
    private readonly HashSet<UInt128> _marks = [];
    private JArray? _before;
    private int _pages;

    /// <summary>Takes in a page and gives its records.</summary>
    internal JArray? Enter(HttpAnswer page)
    {
        _pages++;
        if (_pages > options.PagesMax)
        {
            throw ConnectorException.Defect(
                string.Create(CultureInfo.InvariantCulture, $"Reading {page.Operation} took more than {options.PagesMax} pages; expected an end before."));
        }

        var records = options.Records(page.Body);
        if (records is { Count: > 0 } && _before is not null && JToken.DeepEquals(records, _before))
        {
            throw ConnectorException.Defect(
                string.Create(CultureInfo.InvariantCulture, $"Page {_pages} of {page.Operation} holds the same records as the page before; the paging goes round in a loop."));
        }

        _before = records;
        return records;
    }

    /// <summary>Takes in the mark (cursor or link) of the page to come.</summary>
    internal void Follow(HttpAnswer page, string mark, string kind)
    {
        // Half of a SHA-256 keeps a long read small; the marks themselves may be long and secret.
        var hash = System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(mark)));
        if (!_marks.Add(hash))
        {
            throw ConnectorException.Defect(
                string.Create(CultureInfo.InvariantCulture, $"Page {_pages} of {page.Operation} gave a {kind} that an earlier page had given; the paging goes round in a loop."));
        }
    }
}
