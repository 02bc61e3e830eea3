// Square's own client asks the stub for what the connector asks for, and checks a signature as Square's library does.
import { createRequire } from 'node:module';

const [folder, environment, token, body, signature, key, url] = process.argv.slice(2);
const { SquareClient, WebhooksHelper } = createRequire(folder + '/')('square');
const client = new SquareClient({ token, environment });

const customers = [];
for await (const customer of await client.customers.list({ limit: 2, sortField: 'CREATED_AT', sortOrder: 'ASC' })) {
  customers.push(customer.id);
}

const orders = await client.orders.search({
  locationIds: ['L1'],
  limit: 100,
  query: { filter: { stateFilter: { states: ['COMPLETED'] } }, sort: { sortField: 'UPDATED_AT', sortOrder: 'ASC' } },
});
const accounts = await client.loyalty.accounts.search({ limit: 100 });
const events = await client.loyalty.searchEvents({ limit: 30 });

console.log(JSON.stringify({
  customers,
  totals: orders.orders.map(o => `${o.totalMoney.amount} ${o.totalMoney.currency}`),
  points: accounts.loyaltyAccounts.map(a => a.balance),
  events: events.events.map(e => e.type),
  signature: await WebhooksHelper.verifySignature({
    requestBody: body, signatureHeader: signature, signatureKey: key, notificationUrl: url,
  }),
}));
