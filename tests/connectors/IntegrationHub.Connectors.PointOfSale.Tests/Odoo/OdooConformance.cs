using IntegrationHub.Sdk.Testing.Xunit;

namespace IntegrationHub.Connectors.PointOfSale.Tests.Odoo;

public sealed class OdooConformance : SourceConformanceTests<OdooWorld>;
