// Sends with RudderStack's own client, gzipped as it does by itself: node rudderstack.cjs URL WRITE_KEY
const Rudder = require('@rudderstack/rudder-sdk-node');
const [url, writeKey] = process.argv.slice(2);
const client = new (Rudder.default ?? Rudder)(writeKey, { dataPlaneUrl: url, flushInterval: 200, flushAt: 20, logLevel: 'silly' });
const all = [];
const call = (name, message) => all.push(new Promise((resolve, reject) => client[name](message, (e) => (e ? reject(e) : resolve()))));

call('identify', { userId: 'cust-3001', traits: { email: 'rosa@cust.example', firstName: 'Rosa', lastName: 'Rudder' } });
call('track', { userId: 'cust-3001', event: 'Order Completed', properties: { order_id: 'R-1', revenue: 12.5 } });
call('page', { userId: 'cust-3001', name: 'Home' });
call('screen', { userId: 'cust-3001', name: 'Main' });
client.flush();
Promise.all(all).then(() => process.exit(0), (e) => { console.error(e); process.exit(1); });
