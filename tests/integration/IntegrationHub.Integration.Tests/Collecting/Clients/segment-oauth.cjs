// The same client set up with OAuth; the authorization server is played here: node segment-oauth.cjs URL TOKEN
const http = require('http');
const crypto = require('crypto');
const { Analytics } = require('@segment/analytics-node');
const [url, token] = process.argv.slice(2);
const { origin, pathname } = new URL(url);
const { privateKey } = crypto.generateKeyPairSync('rsa', { modulusLength: 2048, privateKeyEncoding: { type: 'pkcs8', format: 'pem' }, publicKeyEncoding: { type: 'spki', format: 'pem' } });
const server = http.createServer((request, response) => {
  request.resume();
  response.writeHead(200, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify({ access_token: token, expires_in: 3600, token_type: 'Bearer' }));
});
server.listen(0, '127.0.0.1', async () => {
  const client = new Analytics({
    writeKey: 'not-looked-at', host: origin, path: pathname + '/v1/batch', flushAt: 1, maxRetries: 1,
    oauthSettings: { clientId: 'c', clientKey: privateKey, keyId: 'k', authServer: `http://127.0.0.1:${server.address().port}` },
  });
  client.on('error', (e) => { console.error(e); process.exitCode = 1; });
  client.identify({ userId: 'cust-2002', traits: { email: 'otto@cust.example' } });
  client.track({ userId: 'cust-2002', event: 'Seen' });
  await client.closeAndFlush({ timeout: 30000 });
  server.close();
  server.closeAllConnections();
});
