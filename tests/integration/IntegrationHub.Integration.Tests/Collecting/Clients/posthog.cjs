// Sends with PostHog's own client: node posthog.cjs URL PROJECT_KEY
const { PostHog } = require('posthog-node');
const [url, key] = process.argv.slice(2);
const client = new PostHog(key, { host: url, flushAt: 20, fetchRetryDelay: 500 });
client.on('error', (e) => { console.error(e); process.exitCode = 1; });
client.identify({ distinctId: 'cust-4001', properties: { email: 'pia@cust.example', firstName: 'Pia', lastName: 'Post' } });
client.capture({ distinctId: 'cust-4001', event: 'Order Completed', properties: { order_id: 'P-1', total: 9.99, currency: 'USD' } });
client.capture({ distinctId: 'cust-4001', event: '$pageview', properties: { $current_url: 'https://shop.example/p' } });
client.capture({ distinctId: 'cust-4001', event: 'Basket Opened', properties: { $set: { plan: 'gold' } } });
client.groupIdentify({ groupType: 'company', groupKey: 'acme', properties: { name: 'Acme' }, distinctId: 'cust-4001' });
client.shutdown();
