// Sends with Matomo's own client, one call and a bulk call: node matomo.cjs URL TOKEN
const http = require('http');
http.globalAgent = new http.Agent({ keepAlive: false }); // the client leaves its answers unread, which keeps a kept connection, and Node, alive
const MatomoTracker = require('matomo-tracker');
const [url, token] = process.argv.slice(2);
const tracker = new MatomoTracker(1, url + '/matomo.php');
tracker.on('error', (e) => { console.error(e); process.exitCode = 1; });
const common = { uid: 'mara@cust.example', _id: '0123456789abcdef', token_auth: token };
tracker.track({ ...common, url: 'https://shop.example/m', action_name: 'Mugs' });
const bulk = [
  { ...common, url: 'https://shop.example/m', e_c: 'Video', e_a: 'Play', rand: 1 },
  { ...common, url: 'https://shop.example/m', idgoal: 0, ec_id: 'M-1', revenue: 20.5, rand: 2, ec_items: JSON.stringify([['sku-1', 'Mug', 'Kitchen', 10.25, 2]]) },
];
MatomoTracker.prototype.trackBulk.call(
  Object.assign(Object.create(tracker), { trackerUrl: tracker.trackerUrl + '?token_auth=' + token }), bulk, (answer) => console.log(answer));
