// Lists what Mailchimp's own client sees of an account: node official-client.js BASE KEY AUDIENCE CAMPAIGN
const mailchimp = require('@mailchimp/mailchimp_marketing');

const [base, key, audience, campaign] = process.argv.slice(2);
mailchimp.setConfig({ apiKey: key, server: 'us6' });
for (const api of Object.values(mailchimp)) {
  if (api && api.apiClient) {
    api.apiClient.basePath = base;
  }
}

(async () => {
  const members = await mailchimp.lists.getListMembersInfo(audience, { count: 1000, sinceLastChanged: '2020-01-01T00:00:00Z' });
  const activity = await mailchimp.reports.getEmailActivityForCampaign(campaign, { count: 1000 });
  console.log('SEEN ' + JSON.stringify({
    members: members.members.map((m) => `${m.list_id}:${m.id} ${m.email_address} ${m.status}`),
    opened: activity.emails.filter((e) => e.activity.some((a) => a.action === 'open')).map((e) => e.email_id),
  }));
})().catch((error) => {
  console.error(error.status, error.message);
  process.exit(1);
});
