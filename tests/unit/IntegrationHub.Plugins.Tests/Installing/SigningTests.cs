using System.Security.Cryptography;
using IntegrationHub.Plugins.Installing;

namespace IntegrationHub.Plugins.Tests.Installing;

public sealed class SigningTests : IDisposable
{
    private readonly InstallBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void What_is_not_signed_is_refused_unless_allowed()
    {
        var package = _bench.Package("1.0.0");

        _bench.Refused(new InstallRequest(package), "is not signed by a publisher that you trust");

        Assert.Null(_bench.Install(package).PublisherName);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void What_a_pinned_publisher_signed_is_taken_as_package_and_as_folder(bool isEllipticCurve, bool isPackage)
    {
        var key = _bench.Key(isEllipticCurve ? ECDsa.Create(ECCurve.NamedCurves.nistP256) : RSA.Create(2048));
        _bench.Installer.Trust(key.Public, "acme");

        var result = _bench.Installer.Install(new InstallRequest(InstallBench.Signed(isPackage ? _bench.Package("1.0.0") : _bench.Folder("1.0.0"), key.Private)));

        Assert.Equal("acme", result.PublisherName);
        Assert.True(Assert.Single(_bench.NewInstaller().Verify()).IsSound);
    }

    [Fact]
    public void A_signature_of_a_key_that_is_not_pinned_is_none()
    {
        _bench.Installer.Trust(_bench.Key().Public, "acme");

        _bench.Refused(new InstallRequest(InstallBench.Signed(_bench.Package("1.0.0"), _bench.Key().Private)), "is not signed by a publisher that you trust");
    }

    [Theory]
    [InlineData("Fixture.Shop.dll", "file Fixture.Shop.dll has changed")]
    [InlineData("connector.json", "file connector.json has changed")]
    [InlineData("Added.dll", "does not cover file Added.dll")]
    [InlineData(null, "file Fixture.Shop.deps.json is missing")]
    public void A_signature_that_does_not_hold_is_refused_even_when_unsigned_is_allowed(string? changed, string expected)
    {
        var folder = _bench.Folder("1.0.0");
        PackageSigner.Sign(folder, _bench.Key().Private);
        if (changed is null)
        {
            File.Delete(Path.Combine(folder, "Fixture.Shop.deps.json"));
        }
        else
        {
            File.AppendAllText(Path.Combine(folder, changed), " ");
        }

        _bench.Refused(new InstallRequest(_bench.Package("1.0.0", folder: folder)) { AllowUnsigned = true }, expected);
    }

    [Fact]
    public void A_list_of_files_that_was_changed_with_the_files_does_not_hold()
    {
        var mine = _bench.Key();
        var other = _bench.Key();
        var fingerprint = _bench.Installer.Trust(mine.Public, "acme").Fingerprint;
        var folder = _bench.Folder("1.0.0");
        var otherFingerprint = PackageSigner.Sign(folder, other.Private);
        var signature = Path.Combine(folder, "connector.sig");
        File.WriteAllText(signature, File.ReadAllText(signature).Replace(otherFingerprint, fingerprint, StringComparison.Ordinal));

        _bench.Refused(new InstallRequest(folder) { AllowUnsigned = true }, "it was not made with the key of acme");
    }

    [Fact]
    public void Another_publisher_of_the_same_plugin_is_refused_until_the_old_versions_are_gone()
    {
        var first = _bench.Key();
        var second = _bench.Key();
        _bench.Installer.Trust(first.Public, "first");
        _bench.Installer.Trust(second.Public, "second");
        _bench.Installer.Install(new InstallRequest(InstallBench.Signed(_bench.Package("1.0.0"), first.Private)));
        var next = InstallBench.Signed(_bench.Package("2.0.0"), second.Private);

        _bench.Refused(new InstallRequest(next), "comes from another publisher");
        _bench.Refused(new InstallRequest(_bench.Package("2.0.0")) { AllowUnsigned = true }, "comes from another publisher");

        _bench.Installer.Remove(_bench.Installer.List()[0]);
        Assert.Equal("second", _bench.Installer.Install(new InstallRequest(next)).PublisherName);
    }

    [Fact]
    public async Task What_a_publisher_signed_who_lost_the_trust_is_refused_at_its_next_use()
    {
        var key = _bench.Key();
        _bench.Installer.Trust(key.Public, "acme");
        _bench.Installer.Install(new InstallRequest(InstallBench.Signed(_bench.Package("1.0.0"), key.Private)));
        await using (await _bench.Catalog.OpenAsync("fixture-shop", TestContext.Current.CancellationToken))
        {
        }

        Assert.Equal("Fixture.Shop", Assert.Single(_bench.Installer.Distrust("acme")).Name);

        var refusal = await Assert.ThrowsAsync<PluginException>(() => _bench.Catalog.OpenAsync("fixture-shop", TestContext.Current.CancellationToken));
        Assert.Contains("no longer trusted", Assert.Single(refusal.Reasons), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_what_a_pinned_publisher_signed_may_run_in_the_hubs_process()
    {
        var key = _bench.Key();
        _bench.Installer.Trust(key.Public, "acme");

        _bench.Refused(
            new InstallRequest(_bench.Package("1.0.0")) { AllowUnsigned = true, InProcess = true }, "may not run in the hub's own process");
        _bench.Installer.Install(new InstallRequest(InstallBench.Signed(_bench.Package("1.0.0"), key.Private)) { InProcess = true });

        _bench.Installer.Install(new InstallRequest(InstallBench.Signed(_bench.Package("1.1.0"), key.Private)));
        Assert.True(PluginInstaller.IsAllowedInProcess(_bench.Installed, _bench.PathOf("1.0.0", string.Empty).TrimEnd('/')));
        Assert.False(PluginInstaller.IsAllowedInProcess(_bench.Installed, _bench.PathOf("1.1.0", string.Empty).TrimEnd('/')));
    }

    [Fact]
    public void Keys_that_are_too_weak_or_none_are_refused()
    {
        Assert.All<AsymmetricAlgorithm>(
            [RSA.Create(1024), ECDsa.Create(ECCurve.NamedCurves.nistP384)],
            weak => Assert.Contains("no key that can be used", Assert.Throws<InstallException>(() => _bench.Installer.Trust(_bench.Key(weak).Public, "weak")).Message, StringComparison.Ordinal));
        Assert.Throws<InstallException>(() => PackageSigner.Sign(_bench.Folder("1.0.0"), _bench.Key().Public));
        Assert.Empty(_bench.Installer.Publishers());
    }

    [Fact]
    public void A_pinned_key_is_not_pinned_again_under_another_name_nor_a_name_with_another_key()
    {
        var key = _bench.Key();
        _bench.Installer.Trust(key.Public, "acme");

        Assert.Throws<InstallException>(() => _bench.Installer.Trust(key.Public, "other"));
        Assert.Throws<InstallException>(() => _bench.Installer.Trust(_bench.Key().Public, "acme"));
        Assert.Equal("acme", _bench.Installer.Trust(key.Public, "acme").Name);
    }
}
