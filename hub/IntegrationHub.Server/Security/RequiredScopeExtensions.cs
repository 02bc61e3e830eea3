using Microsoft.AspNetCore.Builder;

namespace IntegrationHub.Server.Security;

/// <summary>Says on a route who may use it.</summary>
internal static class RequiredScopeExtensions
{
    /// <summary>The caller's key must have a scope.</summary>
    internal static TBuilder RequireScope<TBuilder>(this TBuilder builder, string scope)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new RequiredScope(scope));

    /// <summary>Anyone may use the route; it tells nothing.</summary>
    internal static TBuilder AllowAnyone<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new RequiredScope(null));
}
