using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using IntegrationHub.Connectors.Lists.Files;

namespace IntegrationHub.Connectors.Lists.Places;

/// <summary>Objects of a bucket of S3, or of what speaks like it: <c>s3://bucket/folder/*.csv</c>.</summary>
internal sealed class S3Place : ListPlace
{
    private readonly ListFileSettings _settings;
    private readonly AmazonS3Config _config;
    private readonly string _bucket;
    private readonly string _prefix;
    private readonly string _name;

    internal S3Place(ListFileSettings settings, ConnectorContext context)
    {
        _settings = settings;
        var path = settings.Path.Trim()["s3://".Length..];
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        _bucket = slash < 0 ? path : path[..slash];
        var key = slash < 0 ? string.Empty : path[(slash + 1)..];
        _prefix = key[..(key.LastIndexOf('/') + 1)];
        _name = key[_prefix.Length..];
        if (_bucket.Length == 0 || GlobPattern.IsGlob(_bucket) || GlobPattern.IsGlob(_prefix))
        {
            throw ConnectorException.Configuration("path", "The address names no bucket, or has a wildcard in a folder's name.", "Write s3://bucket/folder/ or s3://bucket/folder/*.csv.");
        }

        if (settings.User.Length == 0 || settings.Password is null)
        {
            throw ConnectorException.Configuration("user", "S3 needs an access key.", "Give the access key's id as user and its secret as password.");
        }

        _config = S3Endpoint.ConfigOf(settings, _bucket, context);
    }

    internal override Task<List<FoundFile>> ListAsync(Func<string, string?> known, CancellationToken cancellationToken) => GuardAsync(async client =>
    {
        var wanted = NameFilter.Of(_name, _settings.Format);
        var files = new List<FoundFile>();
        var request = new ListObjectsV2Request { BucketName = _bucket, Prefix = _prefix, Delimiter = "/" };
        ListObjectsV2Response page;
        do
        {
            page = await client.ListObjectsV2Async(request, cancellationToken).ConfigureAwait(false);
            foreach (var item in page.S3Objects ?? [])
            {
                var name = item.Key[_prefix.Length..];
                if (name.Length == 0 || !wanted(name) || HalfWritten.ByName(name))
                {
                    continue;
                }

                if (files.Count == ListLimits.FilesMax)
                {
                    throw ConnectorException.Configuration("path", $"More than {ListLimits.FilesMax} objects match.", "Narrow the pattern, or join the files.");
                }

                files.Add(new FoundFile(string.Empty, name, item.Size ?? 0, 0) { Version = item.ETag });
            }

            request.ContinuationToken = page.NextContinuationToken;
        }
        while (page.IsTruncated == true && page.NextContinuationToken is { Length: > 0 });

        files.Sort(static (a, b) => string.CompareOrdinal(a.Name, b.Name));
        return files.Count > 0 ? files : throw ConnectorException.Configuration(
            "path", $"No list file is at '{_settings.Path}'.", "Check the folder and the pattern; wildcards are * and ?.");
    });

    internal override Task<FoundFile> FetchAsync(FoundFile file, CancellationToken cancellationToken) => GuardAsync(async client =>
    {
        if (file.Size > ListLimits.DownloadBytesMax)
        {
            throw ConnectorException.Configuration("path", $"'{file.Name}' is larger than {ListLimits.DownloadBytesMax} bytes.", "Split the file.");
        }

        var path = NewTemporaryPath();
        var request = new GetObjectRequest { BucketName = _bucket, Key = _prefix + file.Name, EtagToMatch = file.Version };
        using var answer = await client.GetObjectAsync(request, cancellationToken).ConfigureAwait(false);
        await answer.WriteResponseStreamToFileAsync(path, append: false, cancellationToken).ConfigureAwait(false);
        return file with { FullPath = path };
    });

    internal override void Release(FoundFile file) => File.Delete(file.FullPath);

    private async Task<T> GuardAsync<T>(Func<AmazonS3Client, Task<T>> actionAsync)
    {
        try
        {
            using var client = NewClient();
            return await actionAsync(client).ConfigureAwait(false);
        }
        catch (AmazonServiceException e)
        {
            throw Sorted(e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or AmazonClientException)
        {
            throw ConnectorException.Transient($"The bucket '{_bucket}' was not reached, or the connection broke off.", innerException: e);
        }
    }

    private ConnectorException Sorted(AmazonServiceException e) => e.StatusCode switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => ConnectorException.Configuration(
            "password", $"The access key may not read the bucket '{_bucket}', or is wrong.", "Allow it s3:ListBucket and s3:GetObject there, or give another one.", e),
        HttpStatusCode.NotFound => ConnectorException.Configuration("path", $"There is no bucket '{_bucket}', or no such object.", "Check the address.", e),
        HttpStatusCode.MovedPermanently or HttpStatusCode.TemporaryRedirect or HttpStatusCode.BadRequest => ConnectorException.Configuration(
            "s3Region", $"The bucket '{_bucket}' is not in region '{_settings.S3Region}'.", "Give the bucket's region.", e),
        HttpStatusCode.PreconditionFailed => ConnectorException.Transient("An object changed while it was fetched; the next run reads it.", innerException: e),
        _ => ConnectorException.Transient($"The bucket '{_bucket}' could not be read now.", innerException: e),
    };

    private AmazonS3Client NewClient() => new(new BasicAWSCredentials(_settings.User, _settings.Password!.Reveal()), _config);
}
