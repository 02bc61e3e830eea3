using System.Text.Encodings.Web;
using System.Text.Json;

namespace IntegrationHub.Plugins.Installing;

/// <summary>How the lock file and signatures are written: for people too.</summary>
internal static class LockJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
    };
}
