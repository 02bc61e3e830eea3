using System.Globalization;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using IntegrationHub.Tests.Support;

namespace IntegrationHub.Connectors.Lists.Tests;

/// <summary>s3rver on the loopback with one bucket.</summary>
public sealed class S3Server : IAsyncLifetime
{
    internal const string Key = "S3RVER";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("s3-");
    private readonly int _port = FreePort.Next();
    private RunningProgram? _program;

    internal string Endpoint => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_port}");

    public async ValueTask InitializeAsync()
    {
        // It makes the tokens of long listings with a cipher that OpenSSL 3 calls old.
        _program = RunningProgram.Start(
            Counterparts.Program("node"),
            [Counterparts.Npm("s3rver/bin/s3rver.js"), "-d", _folder.FullName, "-a", "127.0.0.1", "-p", _port.ToString(CultureInfo.InvariantCulture), "--silent", "--configure-bucket", "lists"],
            environment: new Dictionary<string, string>(StringComparer.Ordinal) { ["NODE_OPTIONS"] = "--openssl-legacy-provider" });
        await _program.WaitForPortAsync(_port);
    }

    public async ValueTask DisposeAsync()
    {
        if (_program is not null)
        {
            await _program.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }

    internal AmazonS3Client NewClient() => new(
        new BasicAWSCredentials(Key, Key), new AmazonS3Config { ServiceURL = Endpoint, ForcePathStyle = true, AuthenticationRegion = "us-east-1", RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED });

    internal static Task PutAsync(AmazonS3Client client, string key, string text) =>
        client.PutObjectAsync(new PutObjectRequest { BucketName = "lists", Key = key, ContentBody = text, UseChunkEncoding = false }, TestContext.Current.CancellationToken);
}
