namespace IntegrationHub.Connectors.PointOfSale.Shopify;

/// <summary>Every query that is sent. A test validates each one against Shopify's own schema of <see cref="Version"/>.</summary>
/// <remarks>Shopify refuses a query that may cost more than 1,000 points (a point for each object, two for each list), so the lists
/// within an order are short; what does not fit is asked for order by order.</remarks>
internal static class ShopifyQueries
{
    internal const string Version = "2026-10";

    /// <summary>How many lines of an order come with it.</summary>
    internal const int LinesWithOrder = 10;

    /// <summary>How many refunds of an order come with it, each by its id alone.</summary>
    internal const int RefundsWithOrder = 10;

    internal const string Check = """
        query Check { shop { name currencyCode } currentAppInstallation { accessScopes { handle } } }
        """;

    internal const string Customers = """
        query Customers($first: Int!, $after: String, $query: String) {
          customers(first: $first, after: $after, query: $query, sortKey: UPDATED_AT) {
            nodes {
              legacyResourceId createdAt updatedAt firstName lastName locale note tags state
              defaultEmailAddress { emailAddress marketingState marketingUpdatedAt marketingOptInLevel sourceLocation { name } }
              defaultPhoneNumber {
                phoneNumber
                smsMarketingConsent { state updatedAt optInLevel collectedFrom }
                whatsAppMarketingConsent { state updatedAt optInLevel collectedFrom }
              }
              defaultAddress { address1 address2 city province provinceCode zip countryCodeV2 company phone }
            }
            pageInfo { hasNextPage endCursor }
          }
        }
        """;

    internal const string Orders = """
        query Orders($first: Int!, $after: String, $query: String) {
          orders(first: $first, after: $after, query: $query, sortKey: UPDATED_AT) {
            nodes {
              id legacyResourceId name createdAt processedAt updatedAt cancelledAt test sourceName
              customer { legacyResourceId }
              retailLocation { name }
              totalPriceSet { shopMoney { amount currencyCode } }
              totalTaxSet { shopMoney { amount } }
              totalDiscountsSet { shopMoney { amount } }
              totalTipReceivedSet { shopMoney { amount } }
              discountCodes
              lineItems(first: 10) { nodes { name quantity sku discountedTotalSet { shopMoney { amount } } } pageInfo { hasNextPage endCursor } }
              transactions(first: 5) { kind status gateway paymentDetails { ... on CardPaymentDetails { company number } } }
              refunds(first: 10) { id }
            }
            pageInfo { hasNextPage endCursor }
          }
        }
        """;

    internal const string OrderLines = """
        query OrderLines($id: ID!, $after: String) {
          order(id: $id) {
            lineItems(first: 100, after: $after) { nodes { name quantity sku discountedTotalSet { shopMoney { amount } } } pageInfo { hasNextPage endCursor } }
          }
        }
        """;

    internal const string OrderRefunds = """
        query OrderRefunds($id: ID!) { order(id: $id) { refunds(first: 100) { id } } }
        """;

    internal const string Refund = """
        query Refund($id: ID!) {
          refund(id: $id) {
            legacyResourceId createdAt processedAt
            totalRefundedSet { shopMoney { amount currencyCode } }
            refundLineItems(first: 100) { nodes { quantity subtotalSet { shopMoney { amount } } lineItem { name sku } } }
          }
        }
        """;

    /// <summary>Gets all of them by name.</summary>
    internal static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [nameof(Check)] = Check,
        [nameof(Customers)] = Customers,
        [nameof(Orders)] = Orders,
        [nameof(OrderLines)] = OrderLines,
        [nameof(OrderRefunds)] = OrderRefunds,
        [nameof(Refund)] = Refund,
    };
}
