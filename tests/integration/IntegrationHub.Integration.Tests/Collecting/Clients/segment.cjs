// Sends what a shop's server would, with Segment's own client: node segment.cjs URL WRITE_KEY
const { Analytics } = require('@segment/analytics-node');
const [url, writeKey] = process.argv.slice(2);
const { origin, pathname } = new URL(url);
const client = new Analytics({ writeKey, host: origin, path: pathname + '/v1/batch', flushAt: 50, flushInterval: 200 });
client.on('error', (e) => { console.error(e); process.exitCode = 1; });

client.page({ anonymousId: 'anon-55021', name: 'Home', properties: { url: 'https://shop.example/' } });
client.identify({
  userId: 'cust-2001', anonymousId: 'anon-55021',
  traits: { email: 'carla@cust.example', firstName: 'Carla', lastName: 'Customer', phone: '+49301234567' },
});
client.track({
  userId: 'cust-2001', event: 'Order Completed',
  properties: { order_id: 'O-7001', total: 31.5, currency: 'EUR', products: [{ sku: 'MUG', name: 'Mug', price: 10.5, quantity: 3 }] },
});
client.screen({ userId: 'cust-2001', name: 'Basket' });
client.group({ userId: 'cust-2001', groupId: 'g-1', traits: { name: 'Customer GmbH' } });
client.page({ anonymousId: 'anon-77310', name: 'Offers' });
client.alias({ userId: 'cust-2001', previousId: 'anon-77310' });
client.track({ userId: 'cust-2001', event: 'Newsletter Opened', properties: { issue: 12 } });
client.closeAndFlush({ timeout: 30000 });
